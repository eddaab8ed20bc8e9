import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { caughtUp, startCluster } from '../dev/cluster.js';
import { currentPhoto, savePhoto } from '../src/photos.js';

const SYNC = ['synchronous_standby_names=b'];
const count = async (pool) =>
  (await pool.query('SELECT count(*)::int AS n FROM photo')).rows[0].n;

/** Runs a test with a cluster that is stopped whatever happens. */
const withCluster = (options, run) => async () => {
  const cluster = await startCluster(options);
  try {
    await run(cluster);
  } finally {
    await cluster.stop();
  }
};

test(
  'a plain read is stale, one with a position is not, and the standby is used again',
  withCluster({}, async (cluster) => {
    await cluster.standby.query('SELECT pg_wal_replay_pause()');
    const lsn = await savePhoto(cluster, 'ana', 'forest.jpg');
    assert.equal((await currentPhoto(cluster, 'ana')).file, undefined);
    const own = await currentPhoto(cluster, 'ana', lsn);
    assert.deepEqual(own, { file: 'forest.jpg', from: 'primary' });
    await cluster.standby.query('SELECT pg_wal_replay_resume()');
    await caughtUp(cluster);
    let connections = 0;
    cluster.standby.on('acquire', () => (connections += 1));
    const later = await currentPhoto(cluster, 'ana', lsn);
    assert.deepEqual(later, { file: 'forest.jpg', from: 'standby' });
    assert.equal(connections, 1); // position and photo from the same standby
  }),
);

test(
  'without the standby, reads go to the primary',
  withCluster({}, async (cluster) => {
    await savePhoto(cluster, 'ana', 'forest.jpg');
    await cluster.stopStandby();
    const read = await currentPhoto(cluster, 'ana');
    assert.deepEqual(read, { file: 'forest.jpg', from: 'primary' });
  }),
);

test(
  'with a frozen standby, too, and within a second or so',
  withCluster({}, async (cluster) => {
    await savePhoto(cluster, 'ana', 'forest.jpg');
    let removed = 0;
    cluster.standby.on('remove', () => (removed += 1));
    cluster.signalStandby('STOP');
    try {
      const start = performance.now();
      const reads = [1, 2, 3].map(() => currentPhoto(cluster, 'ana'));
      for (const read of await Promise.all(reads))
        assert.deepEqual(read, { file: 'forest.jpg', from: 'primary' });
      assert.ok(performance.now() - start < 2500);
      assert.ok(removed > 0); // a connection that timed out isn't used again
    } finally {
      cluster.signalStandby('CONT');
    }
  }),
);

test(
  'a connection that breaks during a read does not end the process',
  withCluster({}, async ({ standby }) => {
    const client = await standby.connect();
    const read = assert.rejects(client.query('SELECT pg_sleep(0.4)'));
    await standby.query('SELECT pg_terminate_backend($1)', [client.processID]);
    await read;
    await sleep(100);
    client.release(true);
  }),
);

test(
  'a standby that is cut off has no row in the view, so no lag rises',
  withCluster({}, async ({ primary, network }) => {
    const sql = await readFile(
      new URL('../src/lag.sql', import.meta.url),
      'utf8',
    );
    assert.equal((await primary.query(sql)).rows.length, 1);
    network.cut();
    await sleep(500);
    assert.equal((await primary.query(sql)).rows.length, 0);
  }),
);

test(
  'a standby rejects writes',
  withCluster({}, async ({ standby }) => {
    const insert = "INSERT INTO photo (owner) VALUES ('ana')";
    await assert.rejects(standby.query(insert), { code: '25006' });
  }),
);

test(
  'asynchronous: a confirmed row is lost with the primary',
  withCluster({ delay: 500 }, async (cluster) => {
    await savePhoto(cluster, 'ana', 'forest.jpg');
    cluster.network.cut();
    await cluster.killPrimary();
    await cluster.promote();
    assert.equal(await count(cluster.standby), 0);
    await savePhoto({ primary: cluster.standby }, 'ana', 'lake.jpg');
    assert.equal(await count(cluster.standby), 1);
  }),
);

test(
  'synchronous: a confirmed row survives, but may be invisible for a moment',
  withCluster({ delay: 20, settings: SYNC }, async (cluster) => {
    await cluster.standby.query('SELECT pg_wal_replay_pause()');
    await savePhoto(cluster, 'ana', 'forest.jpg');
    assert.equal(await count(cluster.standby), 0);
    cluster.network.cut();
    await cluster.killPrimary();
    await cluster.standby.query('SELECT pg_wal_replay_resume()');
    await cluster.promote();
    assert.equal(await count(cluster.standby), 1);
  }),
);

test(
  'remote_apply: a confirmed row is visible on the standby',
  withCluster(
    { settings: [...SYNC, 'synchronous_commit=remote_apply'] },
    async ({ primary, standby }) => {
      await standby.query('SELECT pg_wal_replay_pause()');
      let isDone = false;
      const insert = primary
        .query("INSERT INTO photo (owner) VALUES ('ana')")
        .then(() => (isDone = true));
      await sleep(500); // written on the standby, but not replayed
      assert.equal(isDone, false);
      await standby.query('SELECT pg_wal_replay_resume()');
      await insert;
      assert.equal(await count(standby), 1);
    },
  ),
);

test(
  'without its only synchronous standby, a commit waits, and canceling keeps the row',
  withCluster({ settings: SYNC }, async ({ primary, network }) => {
    network.cut();
    const client = await primary.connect();
    const notices = [];
    client.on('notice', ({ message }) => notices.push(message));
    let isDone = false;
    const insert = client
      .query("INSERT INTO photo (owner) VALUES ('ana')")
      .then(() => (isDone = true));
    await sleep(1000);
    assert.equal(isDone, false);
    assert.equal(await count(primary), 0);
    await primary.query('SELECT pg_cancel_backend($1)', [client.processID]);
    await insert;
    assert.match(notices[0], /canceling wait for synchronous replication/);
    assert.equal(await count(primary), 1);
    client.release(true);
  }),
);
