import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { createGated } from '../src/app.js';
import { createGate } from '../src/gate.js';

async function serve(t, app) {
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

async function until(condition) {
  while (!condition()) await sleep(5);
}

/** A gated app whose work ends when the test calls `finish`. */
async function gated(t, limits) {
  const work = { started: [], active: 0, most: 0, pending: [] };
  const gate = createGate(limits);
  const app = express();
  app.get(
    '/:id',
    gate(async (req, res) => {
      work.started.push(req.params.id);
      work.active += 1;
      work.most = Math.max(work.most, work.active);
      try {
        await new Promise((resolve, reject) => {
          work.pending.push({ resolve, reject });
        });
        res.send('done');
      } finally {
        work.active -= 1;
      }
    }),
  );
  app.use((error, req, res, next) => res.sendStatus(500));
  work.url = await serve(t, app);
  /** Ends the work of some requests, one after the other. */
  work.finish = async (count) => {
    for (let n = 0; n < count; n += 1) {
      await until(() => work.pending.length > 0);
      work.pending.shift().resolve();
    }
  };
  return work;
}

const get = async (url, init) => (await fetch(url, init)).status;

test('runs two, lets two wait, and refuses the rest at once', async (t) => {
  const work = await gated(t, { running: 2, waiting: 2 });
  const statuses = [];
  const calls = Array.from({ length: 7 }, async (_, id) => {
    statuses.push(await get(`${work.url}/${id}`));
  });
  await until(() => statuses.length === 3 && work.started.length === 2);
  await sleep(50);
  assert.deepEqual(statuses, [503, 503, 503]);
  assert.equal(work.started.length, 2);
  await work.finish(4);
  await Promise.all(calls);
  assert.deepEqual(statuses.slice(3), [200, 200, 200, 200]);
  assert.equal(work.most, 2);
});

test('accepts again after the peak', async (t) => {
  const work = await gated(t, { running: 1, waiting: 0 });
  const first = get(`${work.url}/1`);
  await until(() => work.started.length === 1);
  assert.equal(await get(`${work.url}/2`), 503);
  await work.finish(1);
  assert.equal(await first, 200);
  const third = get(`${work.url}/3`);
  await sleep(100);
  await work.finish(1);
  assert.equal(await third, 200);
});

test('refusals name different times', async (t) => {
  const work = await gated(t, { running: 1, waiting: 0 });
  const first = get(`${work.url}/1`);
  await until(() => work.started.length === 1);
  const times = new Set();
  for (let n = 0; n < 50; n += 1) {
    const res = await fetch(`${work.url}/2`);
    times.add(res.headers.get('retry-after'));
  }
  assert.deepEqual([...times].sort(), ['1', '2', '3', '4', '5']);
  await work.finish(1);
  await first;
});

test('a client that leaves gives its place in the line away', async (t) => {
  const work = await gated(t, { running: 1, waiting: 1 });
  const first = get(`${work.url}/1`);
  await until(() => work.started.length === 1);
  const leaver = new AbortController();
  const second = get(`${work.url}/2`, { signal: leaver.signal });
  await sleep(50);
  leaver.abort();
  await assert.rejects(second);
  await sleep(50);
  const third = get(`${work.url}/3`);
  await sleep(100);
  await work.finish(2);
  assert.deepEqual(await Promise.all([first, third]), [200, 200]);
  assert.deepEqual(work.started, ['1', '3']);
});

test('a client that leaves while its work runs keeps the slot until the work ends', async (t) => {
  const work = await gated(t, { running: 1, waiting: 1 });
  const leaver = new AbortController();
  const first = get(`${work.url}/1`, { signal: leaver.signal });
  await sleep(50);
  const second = get(`${work.url}/2`);
  await sleep(50);
  leaver.abort();
  await assert.rejects(first);
  await sleep(50);
  assert.deepEqual(work.started, ['1']);
  await work.finish(2);
  assert.equal(await second, 200);
  assert.equal(work.most, 1);
});

test('work that fails frees its slot', async (t) => {
  const work = await gated(t, { running: 1, waiting: 0 });
  const first = get(`${work.url}/1`);
  await until(() => work.started.length === 1);
  work.pending.shift().reject(new Error('no paper'));
  assert.equal(await first, 500);
  const second = get(`${work.url}/2`);
  await work.finish(1);
  assert.equal(await second, 200);
});

test('a handler with a callback is limited, too', async (t) => {
  const gate = createGate({ running: 2, waiting: 2 });
  const app = express();
  app.get(
    '/',
    gate((req, res) => {
      setTimeout(() => res.send('done'), 100);
    }),
  );
  const url = await serve(t, app);
  const calls = Array.from({ length: 10 }, () => get(url));
  const statuses = (await Promise.all(calls)).sort();
  assert.deepEqual(statuses, [...Array(4).fill(200), ...Array(6).fill(503)]);
});

/** Runs a handler whose client leaves after 50 ms, or stays. */
async function lonely(t, handler, { leaves }) {
  const seen = { errors: [] };
  const app = express();
  const gate = createGate({ running: 1, waiting: 0 });
  const work = async (req, res, signal) => {
    seen.signal = signal;
    await handler(res, signal);
  };
  app.get('/', gate(work));
  app.use((error, req, res, next) => {
    seen.errors.push(error.message);
    res.end();
  });
  const url = await serve(t, app);
  const signal = leaves ? AbortSignal.timeout(50) : undefined;
  await get(url, { signal }).catch(() => {});
  await sleep(150);
  return seen;
}

test('the work learns that its client left, and may end quietly', async (t) => {
  const wait = (res, signal) => sleep(1_000, undefined, { signal });
  const { signal, errors } = await lonely(t, wait, { leaves: true });
  assert.equal(signal.aborted, true);
  assert.deepEqual(errors, []);
});

test('an error of the work is not lost when its client left', async (t) => {
  const bug = async () => {
    await sleep(100);
    throw new Error('a bug');
  };
  const { errors } = await lonely(t, bug, { leaves: true });
  assert.deepEqual(errors, ['a bug']);
});

test('after a complete response, the signal stays quiet', async (t) => {
  const later = async (res) => {
    res.send('done');
    await sleep(100);
  };
  const { signal } = await lonely(t, later, { leaves: false });
  assert.equal(signal.aborted, false);
});

test('the liveness check responds while the gate is full', async (t) => {
  const url = await serve(t, createGated(10_000));
  const stop = new AbortController();
  const statuses = [];
  const calls = Array.from({ length: 70 }, async () => {
    statuses.push(await get(`${url}/previews/7`, { signal: stop.signal }));
  });
  const ended = Promise.allSettled(calls);
  await until(() => statuses.length === 10);
  assert.equal(await get(`${url}/live`), 200);
  assert.deepEqual(statuses, Array(10).fill(503));
  stop.abort();
  await ended;
});
