// How far is the standby behind, and where does the log wait?
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCluster } from '../dev/cluster.js';

const sql = readFileSync(new URL('../src/lag.sql', import.meta.url), 'utf8');
const cluster = await startCluster();
const show = async (when) => {
  await sleep(300);
  const [row] = (await cluster.primary.query(sql)).rows;
  console.log(
    `${when}: ${row.not_sent} bytes not sent, ${row.not_replayed} not replayed`,
  );
};

await show('idle  ');
await cluster.standby.query('SELECT pg_wal_replay_pause()');
await cluster.primary.query(
  "INSERT INTO photo (file) SELECT repeat('x', 1000) FROM generate_series(1, 10000)",
);
await show('paused');
await cluster.standby.query('SELECT pg_wal_replay_resume()');
await sleep(2000);
await show('later ');
await cluster.stop();
