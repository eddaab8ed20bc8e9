import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { connected, isRedisMissing, startRedis } from '../dev/redis.js';
import { LeaseCache } from '../src/cache.js';
import { openRedis, openRedisWithCopies } from '../src/connect.js';

const skip = isRedisMissing;
let server, redis, clients, servers;
let euros;

before(async () => {
  if (skip) return;
  server = await startRedis();
  redis = await connected(openRedis(server.url));
});
after(async () => {
  await redis?.close();
  server?.child.kill();
});
beforeEach(async () => {
  if (skip) return;
  await redis.flushAll();
  euros = 40;
  const open = () => connected(openRedisWithCopies(server.url));
  clients = [await open(), await open()];
  servers = clients.map((client) => new LeaseCache(client));
});
afterEach(() => {
  for (const client of clients ?? []) client.destroy();
});
const read = (cache) => cache.read('price', () => euros);
const commands = async () => {
  const stats = await redis.info('stats');
  return Number(/total_commands_processed:(\d+)/.exec(stats)[1]);
};

async function eventually(check) {
  for (let i = 0; i < 100; i++) {
    if (await check()) return;
    await sleep(20);
  }
  assert.fail('it did not happen within 2 seconds');
}
/** Reads until Redis isn't asked anymore. */
async function warmUp(cache) {
  await eventually(async () => {
    const before = await commands();
    await read(cache);
    return (await commands()) === before + 1; // the INFO itself
  });
}

test('a change reaches the copies of two servers', { skip }, async () => {
  for (const cache of servers) await warmUp(cache);
  euros = 55;
  for (const cache of servers) assert.equal(await read(cache), 40);
  await new LeaseCache(redis).invalidate(['price']);
  for (const cache of servers) {
    await eventually(async () => (await read(cache)) === 55);
  }
});

// #region copies
test('a server that lost Redis reads the database', { skip }, async (t) => {
  t.mock.method(console, 'error', () => {});
  const [cache] = servers;
  await warmUp(cache);
  const lost = new Promise((resolve) => clients[0].once('error', resolve));
  await redis.configSet('maxclients', '1'); // no way back in
  await redis.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal']);
  await lost;

  euros = 55;
  await new LeaseCache(redis).invalidate(['price']);
  for (let i = 0; i < 100; i++) {
    assert.equal(await read(cache), 55);
    await sleep(5);
  }
  await redis.configSet('maxclients', '1000');
  await warmUp(cache);
  assert.equal(await read(cache), 55);
});
// #endregion copies
