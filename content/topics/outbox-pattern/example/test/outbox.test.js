import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { lost, openLab, outOfOrder, reset } from '../dev/lab.js';
import { consume } from '../src/consumer.js';
import { setPrice } from '../src/listing.js';
import { publishAfter, publishBatch, runRelay } from '../src/relay.js';

let lab;
before(async () => (lab = await openLab()));
after(() => lab.close());
beforeEach(() => reset(lab.pool));

const crashes = []; // errors that would end the process
process.on('uncaughtException', (error) => crashes.push(error));

const open = async () => {
  const { rows } = await lab.pool.query(
    'SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL',
  );
  return rows[0].n;
};

test('a transaction that fails leaves no message', async () => {
  await assert.rejects(setPrice(lab.pool, 1, -5), { code: '23514' });
  await assert.rejects(
    setPrice(lab.pool, 1, 900, async () => {
      throw new Error('later step');
    }),
    /later step/,
  );
  await assert.rejects(setPrice(lab.pool, 999, 900), /no listing/);
  assert.equal(await open(), 0);
});

test('a lost connection ends neither the process nor the pool', async () => {
  await assert.rejects(
    setPrice(lab.pool, 1, 900, async () => {
      await lab.pool.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction'",
      );
      await sleep(100);
    }),
  );
  assert.deepEqual(crashes, []);
  await setPrice(lab.pool, 1, 900);
  assert.equal(await open(), 1);
});

/** Listing 1 gets its id first and commits last. */
async function lateCommit(publishAll) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const late = setPrice(lab.pool, 1, 900, () => held);
  await sleep(100);
  await setPrice(lab.pool, 2, 800);
  await publishAll();
  release();
  await late;
  await publishAll();
}

test('a position loses the message that commits late', async () => {
  const published = [];
  let position = 0;
  await lateCommit(async () => {
    const publish = async (message) => published.push(message);
    position = await publishAfter(lab.pool, publish, position);
  });
  assert.equal((await lost(lab.pool, published)).length, 1);
});

test('a mark does not', async () => {
  const published = [];
  await lateCommit(() =>
    publishBatch(lab.pool, async (message) => published.push(message)),
  );
  assert.equal((await lost(lab.pool, published)).length, 0);
  assert.equal(published.length, 2);
});

test('a crash repeats messages, and the consumer applies them once', async () => {
  await setPrice(lab.pool, 1, 900);
  await setPrice(lab.pool, 1, 800);
  const results = [];
  const publish = async (message) => {
    results.push(await consume(lab.pool, message));
    if (results.length === 1) throw new Error('killed');
  };
  await assert.rejects(publishBatch(lab.pool, publish), /killed/);
  assert.equal(await publishBatch(lab.pool, publish), 2);
  assert.deepEqual(results, ['applied', 'known', 'applied']);
  const { rows } = await lab.pool.query('SELECT price FROM search_index');
  assert.deepEqual(rows, [{ price: 800 }]);
});

test('an older version does not overwrite a newer one', async () => {
  const message = (id, version, price) => ({
    message_id: `00000000-0000-4000-8000-00000000000${id}`,
    body: { id: 1, version, price },
  });
  await consume(lab.pool, message(2, 3, 800));
  await consume(lab.pool, message(1, 2, 900));
  const { rows } = await lab.pool.query('SELECT price FROM search_index');
  assert.deepEqual(rows, [{ price: 800 }]);
});

test('a message whose consumer fails is applied when it comes again', async () => {
  const message = {
    message_id: '00000000-0000-4000-8000-000000000001',
    body: { id: 1, version: 2, price: null },
  };
  await assert.rejects(consume(lab.pool, message), { code: '23502' });
  message.body.price = 800;
  assert.equal(await consume(lab.pool, message), 'applied');
});

test('of two deliveries at the same moment, one is applied', async () => {
  const message = {
    message_id: '00000000-0000-4000-8000-000000000001',
    body: { id: 1, version: 2, price: 800 },
  };
  const blocker = await lab.pool.connect();
  await blocker.query('BEGIN; LOCK TABLE inbox IN SHARE MODE'); // no inserts
  const both = [consume(lab.pool, message), consume(lab.pool, message)];
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`;
  while ((await lab.pool.query(waiting)).rowCount < 2);
  await blocker.query('COMMIT');
  blocker.release();
  assert.deepEqual((await Promise.all(both)).sort(), ['applied', 'known']);
});

/** Starts relays a and b; `fail` may throw before a message is published. */
function startRelays(fail = () => {}) {
  const stop = new AbortController();
  const published = { a: [], b: [] };
  const relays = Object.keys(published).map((name) => {
    const publish = async (message) => {
      fail(name, message);
      published[name].push(message);
    };
    return runRelay(lab.url, publish, { signal: stop.signal, pause: 10 });
  });
  const end = async () => {
    stop.abort();
    await Promise.all(relays);
  };
  return { published, end };
}

const change = (price) =>
  Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      setPrice(lab.pool, 1 + (i % 20), price),
    ),
  );

test('two relays: one works, and the other takes over when its connection dies', async () => {
  const { published, end } = startRelays();
  try {
    await change(900);
    await sleep(500);
    const [first, second] = published.a.length ? ['a', 'b'] : ['b', 'a'];
    assert.equal(published[first].length, 200);
    assert.equal(published[second].length, 0);
    await lab.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted",
    );
    await change(800);
    await sleep(500);
    assert.equal(await open(), 0);
    const all = [...published[first], ...published[second]];
    assert.equal((await lost(lab.pool, all)).length, 0);
    assert.equal(outOfOrder(all), 0);
    assert.deepEqual(crashes, []);
  } finally {
    await end();
  }
});

test('an error of the broker stops neither the messages nor the other relay', async () => {
  let failures = 0;
  const { published, end } = startRelays(() => {
    failures += 1;
    if (failures <= 3) throw new Error('connection reset by the broker');
  });
  try {
    await change(900);
    await sleep(1000);
    assert.equal(await open(), 0);
    const all = [...published.a, ...published.b];
    assert.equal((await lost(lab.pool, all)).length, 0);
  } finally {
    await end();
  }
});

test('a broker that hangs does not keep the lock', async (t) => {
  t.mock.method(console, 'error', () => {});
  await setPrice(lab.pool, 1, 900);
  const stop = new AbortController();
  const options = { signal: stop.signal, pause: 10, timeout: 200 };
  const published = [];
  let isHanging = true;
  const hang = () => (isHanging ? new Promise(() => {}) : Promise.resolve());
  const first = runRelay(lab.url, hang, options);
  await sleep(100);
  const second = runRelay(lab.url, async (m) => published.push(m), options);
  try {
    for (let n = 0; n < 100 && published.length === 0; n++) await sleep(50);
    assert.equal(published.length, 1);
  } finally {
    isHanging = false;
    stop.abort();
    await Promise.all([first, second]);
  }
});

test('a message that the broker rejects does not repeat those ahead of it', async (t) => {
  t.mock.method(console, 'error', () => {});
  for (const id of [1, 2, 3, 4]) await setPrice(lab.pool, id, 900);
  const tried = [];
  const { end } = startRelays((name, { key }) => {
    tried.push(key);
    if (key === 'listing-3') throw new Error('too large');
  });
  await sleep(500);
  await end();
  const times = (id) => tried.filter((key) => key === `listing-${id}`).length;
  assert.ok(times(3) > 1);
  assert.deepEqual([times(1), times(2), times(4)], [1, 1, 0]);
});

test('a database that accepts but never answers is given up', async (t) => {
  t.mock.method(console, 'error', () => {});
  await setPrice(lab.pool, 1, 900);
  const sockets = [];
  const proxy = net.createServer((socket) => {
    sockets.push(socket.on('error', () => {}));
    const number = sockets.length;
    if (number === 1) return; // the first connection gets no answer
    const upstream = net.connect(new URL(lab.url).port, '127.0.0.1');
    upstream.on('error', () => {}).on('data', (data) => socket.write(data));
    socket.on('close', () => upstream.destroy());
    socket.on('data', (data) => {
      // the second gets none to its first query
      if (number === 2 && data.includes('advisory')) upstream.destroy();
      else upstream.write(data);
    });
  });
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(lab.url);
  url.port = proxy.address().port;
  const stop = new AbortController();
  const published = [];
  const relay = runRelay(url.href, async (m) => published.push(m), {
    signal: stop.signal,
    pause: 10,
    timeout: 500,
  });
  try {
    for (let n = 0; n < 100 && published.length === 0; n++) await sleep(50);
    assert.equal(published.length, 1);
  } finally {
    stop.abort();
    for (const socket of sockets) socket.destroy();
    proxy.close();
    await relay;
  }
});

test('messages with the same number from two sources are not mixed up', async () => {
  const message = (message_id, id) => ({
    id: 1,
    message_id,
    body: { id, version: 2, price: 9 },
  });
  const [a, b] = ['0', '1'].map(
    (n) => `00000000-0000-4000-8000-00000000000${n}`,
  );
  assert.equal(await consume(lab.pool, message(a, 1)), 'applied');
  assert.equal(await consume(lab.pool, message(b, 77)), 'applied');
});
