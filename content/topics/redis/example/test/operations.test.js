import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startRedis } from '../dev/redis.js';
import { connect } from '../src/client.js';

async function withRedis(settings, work, dir) {
  const redis = await startRedis(settings, dir);
  const client = await connect(redis.url);
  try {
    return await work(client, redis);
  } finally {
    client.destroy();
    await redis.stop();
  }
}

test('a full store refuses, a full cache evicts', async () => {
  const fill = async (client) => {
    for (let n = 0; n < 5_000; n++) await client.set(`k${n}`, 'x'.repeat(1000));
    return client.dbSize();
  };
  const limit = { maxmemory: '4mb' };
  await assert.rejects(
    withRedis({ ...limit, 'maxmemory-policy': 'noeviction' }, fill),
    /OOM command not allowed/,
  );
  const kept = await withRedis(
    { ...limit, 'maxmemory-policy': 'allkeys-lru' },
    fill,
  );
  assert.ok(kept > 0 && kept < 5_000);
});

for (const [appendonly, kept] of [
  ['no', 0],
  ['yes', 1],
])
  test(`appendonly ${appendonly}: ${kept} keys after a crash`, async () => {
    const redis = await startRedis({ appendonly });
    const client = await connect(redis.url);
    await client.set('session:1', 'ada');
    client.destroy();
    await redis.crash();
    const count = (again) => again.dbSize();
    assert.equal(await withRedis({ appendonly }, count, redis.dir), kept);
  });

for (const [command, kept] of [
  [{}, 0],
  [{ appendonly: 'yes' }, 1],
])
  test(`switched on with ${JSON.stringify(command)}: ${kept} keys`, async () => {
    const redis = await startRedis();
    const client = await connect(redis.url);
    await client.set('session:1', 'ada');
    await client.sendCommand(['SAVE']); // the snapshot has it
    if (kept) await client.configSet(command);
    while (/aof_rewrite_(in_progress|scheduled):1/.test(await client.info()))
      await sleep(50);
    client.destroy();
    await redis.stop();
    const count = (again) => again.dbSize();
    const settings = { appendonly: 'yes' };
    assert.equal(await withRedis(settings, count, redis.dir), kept);
  });

test('a server that hangs makes a command fail, and the client comes back', async () => {
  await withRedis({}, async (client, redis) => {
    await client.set('a', 1);
    redis.pause();
    await assert.rejects(Promise.race([client.get('a'), sleep(5_000)]));
    redis.resume();
    let value;
    for (let n = 0; n < 100 && value === undefined; n++) {
      await sleep(100);
      value = await client.get('a').catch(() => undefined);
    }
    assert.equal(value, '1');
  });
});

test('an idle connection stays open', async () => {
  await withRedis({}, async (client) => {
    let errors = 0;
    client.on('error', () => errors++);
    await sleep(2_500);
    assert.equal(errors, 0);
  });
});

test('without a server, a command fails at once', async () => {
  const redis = await startRedis();
  const client = await connect(redis.url);
  await redis.crash();
  await sleep(100);
  const answer = Promise.race([client.get('a'), sleep(1_000)]);
  await assert.rejects(answer, /offline/).finally(() => client.destroy());
});
