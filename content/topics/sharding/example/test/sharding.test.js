import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { assign, startShards } from '../dev/database.js';
import { moveBucket } from '../src/move.js';
import { BUCKETS, bucketOf, Router } from '../src/router.js';

let lab;
before(async () => (lab = await startShards()));
after(() => lab.stop());
beforeEach(() => assign(lab, ['a', 'b'], BUCKETS));

const ownerOf = (bucket) => (bucket % 2 === 0 ? 'a' : 'b');
const stored = async (names = ['a', 'b', 'c']) => {
  let count = 0;
  for (const name of names) {
    const sql = 'SELECT count(*)::int AS n FROM reading';
    count += (await lab.shards[name].query(sql)).rows[0].n;
  }
  return count;
};

test('a reading is stored once, on the shard of its bucket', async () => {
  const router = new Router(lab);
  await router.put('meter-1', 5, 230);
  await router.put('meter-1', 5, 230); // a repetition
  assert.equal(await stored(), 1);
  assert.equal(await stored([ownerOf(bucketOf('meter-1'))]), 1);
  assert.deepEqual(await router.latest('meter-1'), { minute: 5, value: 230 });
});

test('a router with an old map finds the new owner', async () => {
  const router = new Router(lab);
  const bucket = bucketOf('meter-1');
  const reader = new Router(lab);
  await router.put('meter-1', 5, 230);
  assert.equal((await reader.latest('meter-1')).minute, 5);
  await moveBucket(lab, bucket, ownerOf(bucket), 'c');
  await router.put('meter-1', 6, 231);
  assert.equal(await stored(['c']), 2);
  assert.equal(await stored(), 2);
  assert.deepEqual(await reader.latest('meter-1'), { minute: 6, value: 231 });
});

test('nothing is lost or doubled while all buckets of a shard move', async () => {
  let isRunning = true;
  const writers = Array.from({ length: 8 }, async (_, writer) => {
    const router = new Router(lab);
    let sent = 0;
    for (; isRunning; sent += 1)
      await router.put(`meter-${writer}-${sent % 50}`, sent, sent);
    return sent;
  });
  for (let bucket = 0; bucket < BUCKETS; bucket += 2)
    await moveBucket(lab, bucket, 'a', 'c');
  isRunning = false;
  const sent = (await Promise.all(writers)).reduce((sum, n) => sum + n, 0);
  assert.ok(sent > 100);
  assert.equal(await stored(), sent);
  assert.equal(await stored(['a']), 0);
});

/** A pool whose connections die after they've sent a certain statement. */
function dyingAfter(pool, last) {
  return {
    async connect() {
      const client = await pool.connect();
      return {
        release: () => client.release(),
        async query(sql, values) {
          const result = await client.query(sql, values);
          if (sql === last) throw new Error('killed');
          return result;
        },
      };
    },
  };
}

test('a move that dies before its last step can be repeated', async () => {
  const router = new Router(lab);
  const bucket = bucketOf('meter-1');
  const from = ownerOf(bucket);
  await router.put('meter-1', 5, 230);
  const broken = { ...lab, directory: dyingAfter(lab.directory, 'COMMIT') };
  await assert.rejects(moveBucket(broken, bucket, from, 'c'), /killed/);
  await router.put('meter-1', 6, 231); // the old map still points to the source
  await assert.rejects(moveBucket(lab, bucket, 'c', otherThan(from)), /finish/);
  await moveBucket(lab, bucket, from, 'c');
  assert.equal(await stored(['c']), 2);
  assert.equal(await stored(), 2);
});

test('a query without the key asks all shards', async () => {
  const router = new Router(lab);
  for (let n = 0; n < 20; n += 1) {
    await router.put(`meter-${n}`, n, n); // some are on a, some on b
    assert.equal(await router.maxOf(n), n);
  }
});

test('writes go on during the first copy', async () => {
  const router = new Router(lab);
  const bucket = bucketOf('meter-1');
  await router.put('meter-1', 5, 230);
  let copies = 0;
  const target = {
    async query(sql, values) {
      if (sql.includes('unnest') && ++copies === 1)
        await router.put('meter-1', 6, 231);
      return lab.shards.c.query(sql, values);
    },
  };
  const shards = { ...lab.shards, c: target };
  await moveBucket({ ...lab, shards }, bucket, ownerOf(bucket), 'c');
  assert.equal(await stored(['c']), 2);
});

test('a move waits for a transaction that is still writing', async () => {
  const bucket = bucketOf('meter-1');
  const writer = await lab.shards[ownerOf(bucket)].connect();
  await writer.query('BEGIN');
  const sql = `INSERT INTO reading VALUES ('meter-1', 5, 230, $1)`;
  await writer.query(sql, [bucket]);
  const move = moveBucket(lab, bucket, ownerOf(bucket), 'c');
  await new Promise((resolve) => setTimeout(resolve, 200));
  await writer.query('COMMIT');
  writer.release();
  await move;
  assert.equal(await stored(['c']), 1);
});

test('a target that hangs ends the lock, and the move when it wakes up', async () => {
  const bucket = bucketOf('meter-1');
  const router = new Router(lab);
  let copies = 0;
  const { promise: hangs, resolve: wakeUp } = Promise.withResolvers();
  const target = {
    async query(sql, values) {
      if (sql.includes('unnest') && ++copies === 2) await hangs;
      return lab.shards.c.query(sql, values);
    },
  };
  const shards = { ...lab.shards, c: target };
  const move = moveBucket({ ...lab, shards }, bucket, ownerOf(bucket), 'c');
  while (copies < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  try {
    await router.put('meter-1', 5, 230); // as soon as the source ends the lock
  } finally {
    wakeUp();
    await assert.rejects(move, /terminat|not queryable/);
  }
  assert.equal((await new Router(lab).latest('meter-1')).minute, 5);
  await moveBucket(lab, bucket, ownerOf(bucket), 'c');
  assert.equal(await stored(['c']), 1);
});

test('moves from a shard that is down leave the directory usable', async () => {
  const down = { connect: () => Promise.reject(new Error('down')) };
  const broken = { ...lab, shards: { ...lab.shards, a: down } };
  for (let attempt = 1; attempt <= 12; attempt += 1)
    await assert.rejects(moveBucket(broken, 0, 'a', 'c'), /down/);
  assert.equal(lab.directory.idleCount, lab.directory.totalCount);
  await assert.rejects(moveBucket(lab, BUCKETS, 'a', 'c'), /undefined owns it/);
});

const otherThan = (name) => (name === 'a' ? 'b' : 'a');

test('of two moves of one bucket, one fails and nothing disappears', async () => {
  const bucket = bucketOf('meter-1');
  const from = ownerOf(bucket);
  for (let round = 1; round <= 5; round += 1) {
    await assign(lab, ['a', 'b'], BUCKETS);
    await new Router(lab).put('meter-1', 5, 230);
    const moves = [otherThan(from), 'c'].map((to) =>
      moveBucket(lab, bucket, from, to),
    );
    const results = await Promise.allSettled(moves);
    const failed = results.filter(({ status }) => status === 'rejected');
    assert.equal(failed.length, 1);
    assert.equal((await new Router(lab).latest('meter-1')).minute, 5);
    assert.equal(await stored(), 1);
  }
});

test('an old move repeated later changes nothing, nor does one to the owner', async () => {
  const router = new Router(lab);
  const bucket = bucketOf('meter-1');
  const from = ownerOf(bucket);
  await router.put('meter-1', 5, 230);
  await moveBucket(lab, bucket, from, 'c');
  await moveBucket(lab, bucket, 'c', otherThan(from));
  await assert.rejects(moveBucket(lab, bucket, from, 'c'), /owns it/);
  await moveBucket(lab, bucket, otherThan(from), otherThan(from));
  assert.deepEqual(await new Router(lab).latest('meter-1'), {
    minute: 5,
    value: 230,
  });
});

test('writers of a locked bucket do not stop the rest of the shard', async () => {
  const router = new Router(lab);
  const bucket = bucketOf('meter-1');
  const owner = lab.shards[ownerOf(bucket)];
  const isNeighbor = (n) =>
    bucketOf(`meter-${n}`) !== bucket &&
    bucketOf(`meter-${n}`) % 2 === bucket % 2;
  const neighbor = Array.from({ length: 99 }, (_, n) => n + 2).find(isNeighbor);
  const mover = await owner.connect();
  let waiting;
  try {
    await mover.query('BEGIN');
    await mover.query('SELECT FROM bucket WHERE id = $1 FOR UPDATE', [bucket]);
    waiting = Array.from({ length: 20 }, (_, n) => router.put('meter-1', n, n));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = performance.now();
    await router.put(`meter-${neighbor}`, 1, 1);
    assert.ok(performance.now() - start < 500);
  } finally {
    await mover.query('ROLLBACK');
    mover.release();
  }
  await Promise.all(waiting);
  assert.equal(await stored(), 21);
});
