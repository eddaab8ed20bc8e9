import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { freePort, startDatabase } from '../dev/database.js';

const database = await startDatabase();

async function throughPgBouncer(mode, work) {
  const folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const config = join(folder, 'pgbouncer.ini');
  // #region config
  writeFileSync(
    config,
    `[databases]
shop = host=127.0.0.1 port=${database.port} dbname=postgres user=app password=secret

[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = 5
max_client_conn = 1000
`,
  );
  // #endregion config
  const args = process.getuid() === 0 ? ['-u', 'nobody', config] : [config];
  const bouncer = spawn('pgbouncer', args, { stdio: 'ignore' });
  await sleep(500);
  try {
    const connectionString = `postgres://app@127.0.0.1:${port}/shop`;
    await work(() => new pg.Client({ connectionString }));
  } finally {
    bouncer.kill();
    rmSync(folder, { recursive: true });
  }
}

for (const mode of ['session', 'transaction']) {
  console.log(`pool_mode = ${mode}`);
  await throughPgBouncer(mode, async (createClient) => {
    // #region state
    const a = createClient();
    const b = createClient();
    await a.connect();
    await b.connect();
    await a.query("SET statement_timeout = '50ms'");
    await b
      .query('SELECT pg_sleep(0.1)')
      .then(() => console.log("  B's query: ok"))
      .catch((error) => console.log("  B's query:", error.message));
    // #endregion state
    await a.end();
    await b.end();
  });
  await throughPgBouncer(mode, async (createClient) => {
    let served = 0;
    for (let n = 0; n < 100; n += 1) {
      const client = createClient();
      client.on('error', () => {});
      client
        .connect()
        .then(() => client.query('SELECT 1'))
        .then(() => (served += 1))
        .catch(() => {});
    }
    await sleep(2_000);
    console.log(`  ${served} of 100 clients that stay connected are served`);
  });
}

await database.stop();
process.exit();
