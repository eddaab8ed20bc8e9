import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCluster } from 'redis';
import {
  connected,
  freePort,
  isRedisMissing,
  startRedis,
} from '../dev/redis.js';
import { LeaseCache } from '../src/cache.js';
import { openRedis } from '../src/connect.js';
import { PlainCache } from '../src/plain.js';

const skip = isRedisMissing;
let server, redis, cache;

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
  await redis?.flushAll();
  cache = new LeaseCache(redis);
});

test("a slow reader can't put an old value back", { skip }, async () => {
  let euros = 40;
  await cache.read('price', async () => {
    const old = euros;
    euros = 55;
    await cache.invalidate(['price']);
    return old;
  });
  assert.equal(await cache.read('price', () => euros), 55);
});

// #region random
/** 20 readers and 3 writers share a price. How does the cache end? */
async function play(Cache) {
  const cache = new Cache(redis);
  const moment = () => sleep(Math.random() * 10);
  const result = { stale: 0, notCached: 0 };
  for (let seat = 0; seat < 100; seat++) {
    let euros = 40;
    const write = async (amount) => {
      await moment();
      euros = amount;
      await cache.invalidate([`price:${seat}`]);
    };
    const load = async () => {
      const read = euros;
      await moment();
      return read;
    };
    const readers = Array.from({ length: 20 }, async () => {
      await moment();
      await cache.read(`price:${seat}`, load);
    });
    await Promise.all([write(50), write(55), write(60), ...readers]);

    if ((await cache.read(`price:${seat}`, load)) !== euros) result.stale++;
    await cache.read(`price:${seat}`, () => result.notCached++);
  }
  return result;
}

test('after 100 races, the current price is cached', { skip }, async () => {
  assert.deepEqual(await play(LeaseCache), { stale: 0, notCached: 0 });
});

test('the plain cache loses the same races', { skip }, async () => {
  const { stale } = await play(PlainCache);
  assert.ok(stale > 0);
});
// #endregion random

test('a hot key is filled while more readers miss it', { skip }, async () => {
  let loads = 0;
  const slowly = async () => {
    loads++;
    await sleep(50);
    return 40;
  };
  const reads = [];
  for (let i = 0; i < 100; i++) {
    reads.push(cache.read('price', slowly));
    await sleep(5);
  }
  await Promise.all(reads);
  assert.ok(loads < 50, `${loads} loads for 100 reads`);
});

test(
  'null is cached for 5 seconds, other values for the TTL',
  { skip },
  async () => {
    await cache.read('missing', () => undefined);
    await cache.read('zero', () => 0);
    assert.equal(await cache.read('missing', () => 'loaded'), null);
    assert.equal(await cache.read('zero', () => 'loaded'), 0);
    const ttls = [await redis.ttl('missing'), await redis.ttl('zero')];
    assert.deepEqual(ttls, [5, 3600]);
  },
);

test('a text that looks like a lease is a value', { skip }, async () => {
  await cache.read('text', () => 'lease:1');
  assert.equal(await cache.read('text', () => 'loaded'), 'lease:1');
});

test(
  'a failed load stores nothing, and the next reader loads',
  { skip },
  async () => {
    const fail = () => Promise.reject(new Error('no database'));
    await assert.rejects(cache.read('price', fail), /no database/);
    assert.equal(await cache.read('price', () => 40), 40);
    assert.equal(await cache.read('price', fail), 40);
  },
);

test('a list is cached until its version is deleted', { skip }, async () => {
  const read = (value) => cache.readGroup('prices', 'under-50', () => value);
  assert.deepEqual(await read(['stalls']), ['stalls']);
  assert.deepEqual(await read(['box', 'stalls']), ['stalls']);
  await cache.invalidate(['version:prices']);
  assert.deepEqual(await read(['box', 'stalls']), ['box', 'stalls']);
});

test("a slow reader can't put an old list back", { skip }, async () => {
  await cache.readGroup('prices', 'all', async () => {
    await cache.invalidate(['version:prices']);
    return 'old';
  });
  assert.equal(await cache.readGroup('prices', 'all', () => 'new'), 'new');
});

test(
  'readers that miss at the same moment share one lease',
  { skip },
  async () => {
    const load = () => sleep(20, 40);
    await Promise.all([cache.read('price', load), cache.read('price', load)]);
    assert.equal(await cache.read('price', () => 'loaded'), 40);
  },
);

test(
  "a reader gets its value even if it can't be stored",
  { skip },
  async (t) => {
    t.mock.method(console, 'error', () => {});
    t.mock.method(redis, 'eval', () => Promise.reject(new Error('lost')));
    assert.equal(await cache.read('price', () => 40), 40);
  },
);

test("a list whose version is unknown isn't kept", { skip }, async (t) => {
  t.mock.method(console, 'error', () => {});
  const fail = () => Promise.reject(new Error('lost'));
  const read = (value) => {
    const { mock } = t.mock.method(redis, 'get', fail, { times: 1 });
    return cache
      .readGroup('prices', 'all', () => value)
      .finally(() => mock.restore());
  };
  assert.equal(await read('old'), 'old');
  assert.equal(await read('new'), 'new');
});

test('without Redis, reads load, and invalidate fails', { skip }, async (t) => {
  t.mock.method(console, 'error', () => {});
  const { child, url } = await startRedis();
  const gone = await connected(openRedis(url));
  t.after(() => {
    gone.destroy();
    child.kill();
  });
  const cache = new LeaseCache(gone);
  await cache.read('price', () => 40);
  const lost = new Promise((resolve) => gone.once('error', resolve));
  child.kill();
  await lost;
  const start = Date.now();
  assert.equal(await cache.read('price', () => 55), 55);
  assert.equal(await cache.readGroup('prices', 'all', () => 'list'), 'list');
  await assert.rejects(cache.invalidate(['price']));
  assert.ok(Date.now() - start < 1_000); // none of them waits
});

test('an idle connection stays open', { skip }, async (t) => {
  const { mock } = t.mock.method(console, 'error', () => {});
  await sleep(3_000);
  assert.equal(mock.callCount(), 0);
});

test('reads load while Redis hangs, and use it again', { skip }, async (t) => {
  t.mock.method(console, 'error', () => {});
  const { child, url } = await startRedis();
  const client = await connected(openRedis(url));
  t.after(() => {
    client.destroy();
    child.kill('SIGKILL');
  });
  const cache = new LeaseCache(client);
  await cache.read('price', () => 40);
  child.kill('SIGSTOP');
  const first = cache.read('price', () => 55);
  assert.equal(await Promise.race([first, sleep(5_000, 'hangs')]), 55);
  child.kill('SIGCONT');
  await connected(client);
  assert.equal(await cache.read('price', () => 60), 40);
});

test('it works on Redis Cluster', { skip }, async (t) => {
  const { child, url } = await startRedis({ cluster: 'yes' });
  const node = await connected(openRedis(url));
  const cluster = createCluster({ rootNodes: [{ url }] });
  t.after(() => {
    cluster.destroy();
    node.destroy();
    child.kill();
  });
  await node.sendCommand(['CLUSTER', 'ADDSLOTSRANGE', '0', '16383']);
  const info = () => node.sendCommand(['CLUSTER', 'INFO']);
  while (!(await info()).includes('cluster_state:ok')) await sleep(50);

  const cache = new LeaseCache(await cluster.connect());
  for (const key of ['price:stalls', 'price:box']) {
    await cache.read(key, () => 40);
    assert.equal(await cache.read(key, () => 55), 40);
  }
  await cache.invalidate(['price:stalls', 'price:box']);
  assert.equal(await cache.read('price:box', () => 55), 55);
  await cache.readGroup('prices', 'all', () => 'old');
  assert.equal(await cache.readGroup('prices', 'all', () => 'new'), 'old');
});

test(
  'a service starts without Redis, and uses it once it is there',
  { skip },
  async (t) => {
    t.mock.method(console, 'error', () => {});
    const port = await freePort();
    const client = openRedis(`redis://127.0.0.1:${port}`);
    const cache = new LeaseCache(client);
    assert.equal(await cache.read('price', () => 40), 40);
    assert.equal(await cache.read('price', () => 55), 55); // nothing was cached

    const late = await startRedis({ port });
    try {
      await connected(client);
      await cache.read('price', () => 40);
      assert.equal(await cache.read('price', () => 55), 40);
    } finally {
      client.destroy();
      late.child.kill();
    }
  },
);
