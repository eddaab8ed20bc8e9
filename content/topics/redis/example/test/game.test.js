import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../dev/redis.js';
import { connect } from '../src/client.js';
import { addPoints, rankOf, top } from '../src/leaderboard.js';
import { findSession, startSession } from '../src/sessions.js';
import { sell, sellAndLose } from '../src/stock.js';

let redis;
let a;
let b;

before(async () => {
  redis = await startRedis({ save: '""' });
  a = await connect(redis.url);
  b = await connect(redis.url);
});
beforeEach(() => a.flushAll());
after(async () => {
  a.destroy();
  b.destroy();
  await redis.stop();
});

test('two clients raise the same score, and no point is lost', async () => {
  await Promise.all(
    Array.from({ length: 100 }, (_, n) => addPoints(n % 2 ? a : b, 'ada', 1)),
  );
  assert.deepEqual(await top(a, 10), [{ value: 'ada', score: 100 }]);
});

test('players with the same score share a rank', async () => {
  for (const [player, points] of [
    ['ada', 350],
    ['grace', 350],
    ['linus', 100],
  ])
    await addPoints(a, player, points);
  assert.equal(await rankOf(a, 'ada'), 1);
  assert.equal(await rankOf(a, 'grace'), 1);
  assert.equal(await rankOf(a, 'linus'), 3);
  assert.equal(await rankOf(a, 'nobody'), null);
  assert.equal((await top(a, 3))[2].value, 'linus');
});

test('a count of 0 is refused, which would mean all players', async () => {
  await addPoints(a, 'ada', 1);
  for (const count of [0, -1, 101, NaN, undefined])
    await assert.rejects(top(a, count), RangeError);
});

const sellTen = (sellOne) =>
  Promise.all(
    Array.from({ length: 10 }, (_, n) => sellOne(n % 2 ? a : b, 'sword')),
  );

test('GET and SET sell more than there is', async () => {
  await a.set('stock:sword', 5);
  const sold = await sellTen(sellAndLose);
  assert.ok(sold.filter(Boolean).length > 5);
});

test('the script sells exactly what there is', async () => {
  await a.set('stock:sword', 5);
  const sold = await sellTen(sell);
  assert.equal(sold.filter(Boolean).length, 5);
  assert.equal(await a.get('stock:sword'), '0');
});

test('a session ends half an hour after its last use', async () => {
  const id = await startSession(a, 'ada');
  await a.expire(`session:${id}`, 10);
  assert.deepEqual(await findSession(b, id), { user: 'ada' });
  assert.equal(await a.ttl(`session:${id}`), 1800);
  await a.pExpire(`session:${id}`, 1);
  await sleep(20);
  assert.equal(await findSession(b, id), null);
});
