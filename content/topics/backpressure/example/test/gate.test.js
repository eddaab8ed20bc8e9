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
  work.finish = async () => {
    while (work.pending.length > 0) {
      work.pending.shift().resolve();
      await sleep(20);
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
  await sleep(100);
  assert.deepEqual(statuses, [503, 503, 503]);
  assert.equal(work.started.length, 2);
  await work.finish();
  await Promise.all(calls);
  assert.deepEqual(statuses.slice(3), [200, 200, 200, 200]);
  assert.equal(work.most, 2);
});

test('accepts again after the peak', async (t) => {
  const work = await gated(t, { running: 1, waiting: 0 });
  const first = get(`${work.url}/1`);
  await sleep(50);
  assert.equal(await get(`${work.url}/2`), 503);
  await work.finish();
  assert.equal(await first, 200);
  const third = get(`${work.url}/3`);
  await sleep(50);
  await work.finish();
  assert.equal(await third, 200);
});

test('a refusal names a time', async (t) => {
  const work = await gated(t, { running: 1, waiting: 0 });
  const first = get(`${work.url}/1`);
  await sleep(50);
  const res = await fetch(`${work.url}/2`);
  assert.match(res.headers.get('retry-after'), /^[1-5]$/);
  await work.finish();
  await first;
});

test('a client that leaves gives its place in the line away', async (t) => {
  const work = await gated(t, { running: 1, waiting: 1 });
  const first = get(`${work.url}/1`);
  await sleep(50);
  const leaver = new AbortController();
  const second = get(`${work.url}/2`, { signal: leaver.signal });
  await sleep(50);
  leaver.abort();
  await assert.rejects(second);
  await sleep(50);
  const third = get(`${work.url}/3`);
  await sleep(50);
  await work.finish();
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
  await work.finish();
  assert.equal(await second, 200);
  assert.equal(work.most, 1);
});

test('work that fails frees its slot', async (t) => {
  const work = await gated(t, { running: 1, waiting: 0 });
  const first = get(`${work.url}/1`);
  await sleep(50);
  work.pending.shift().reject(new Error('no paper'));
  assert.equal(await first, 500);
  const second = get(`${work.url}/2`);
  await sleep(50);
  await work.finish();
  assert.equal(await second, 200);
});

test('the liveness check responds while the gate is full', async (t) => {
  const url = await serve(t, createGated());
  const calls = Array.from({ length: 70 }, () => get(`${url}/previews/7`));
  const live = await get(`${url}/live`);
  const statuses = await Promise.all(calls);
  assert.equal(live, 200);
  assert.ok(statuses.includes(503));
});
