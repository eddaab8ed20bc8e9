import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { app, internal } from '../src/app.js';
import { measure, registry } from '../src/metrics.js';

const servers = [];
let site;
let metrics;
before(async () => {
  for (const part of [app, internal]) {
    const server = part.listen(0);
    await once(server, 'listening');
    servers.push(server);
  }
  [site, metrics] = servers.map((s) => `http://localhost:${s.address().port}`);
});
after(() => servers.forEach((server) => server.close()));
beforeEach(() => registry.resetMetrics());

const get = async (path, options) => (await fetch(site + path, options)).text();
const counts = async () => {
  const text = await (await fetch(`${metrics}/metrics`)).text();
  return text
    .split('\n')
    .filter((line) => line.startsWith('http_request_duration_seconds_count'))
    .map((line) => line.slice('http_request_duration_seconds_count'.length));
};

async function inFlight(number) {
  const expected = new RegExp(`^http_requests_in_flight ${number}$`, 'm');
  for (let n = 0; n < 50 && !expected.test(await registry.metrics()); n += 1)
    await sleep(10);
  assert.match(await registry.metrics(), expected);
}

test('the label is the pattern of the route, and bots get none', async () => {
  await get('/bookings/1');
  await get('/bookings/2');
  await get('/wp-login.php');
  await get('/.env');
  assert.deepEqual(await counts(), [
    '{method="GET",route="/bookings/:id",status="200"} 2',
    '{method="GET",route="none",status="404"} 2',
  ]);
});

test('random URLs and methods do not add series', async () => {
  for (let i = 0; i < 500; i += 1) {
    await get(`/bookings/${i}x`);
    await get(`/${i}/${i}`);
  }
  for (const method of ['PROPFIND', 'MKCOL', 'REPORT'])
    await get('/x', { method });
  assert.equal((await counts()).length, 3);
});

test('an error counts under its status', async () => {
  await get('/bookings/13');
  assert.match((await counts()).join(), /status="502"} 1/);
});

test('a handler that throws counts under its route', async () => {
  const api = express.Router();
  api.get('/bookings/:id', async ({ params }, res) => {
    if (params.id === '1') throw new Error('broken');
    res.send('ok');
  });
  const other = express().set('env', 'test').use(measure).use('/api', api);
  const server = other.listen(0);
  servers.push(server);
  await once(server, 'listening');
  for (const id of [1, 2])
    await (
      await fetch(
        `http://localhost:${server.address().port}/api/bookings/${id}`,
      )
    ).text();
  assert.deepEqual(await counts(), [
    '{method="GET",route="/api/bookings/:id",status="500"} 1',
    '{method="GET",route="/api/bookings/:id",status="200"} 1',
  ]);
});

test('the duration is in seconds', async () => {
  await get('/bookings/7'); // takes 300 ms
  const [, sum] = /^http_request_duration_seconds_sum.* (\S+)$/m.exec(
    await registry.metrics(),
  );
  assert.ok(sum > 0.29 && sum < 30, sum);
  assert.match(await registry.metrics(), /le="0.8"/); // the alert needs it
});

test('a client that gives up counts as aborted, and is not in flight', async () => {
  const socket = connect(new URL(site).port);
  socket.write('GET /bookings/7 HTTP/1.1\r\nHost: x\r\n\r\n');
  await inFlight(1);
  socket.destroy();
  await inFlight(0);
  assert.match((await counts()).join(), /status="aborted"} 1/);
});
