import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createApp } from '../src/app.js';
import { shutDown } from '../src/shutdown.js';

async function startApp(t) {
  const state = { isStopping: false };
  const server = createApp(state).listen(0);
  await once(server, 'listening');
  t.after(() => server.closeAllConnections());
  const { port } = server.address();

  const get = async (path) => {
    const req = request({ port, path }).end();
    const [res] = await once(req, 'response');
    res.resume();
    return { status: res.statusCode, connection: res.headers.connection };
  };
  const events = [];
  const stop = (options) =>
    shutDown({
      state,
      drainDelay: 200,
      deadline: 5000,
      intakes: [() => new Promise((resolve) => server.close(resolve))],
      cut: () => server.closeAllConnections(),
      resources: [async () => events.push('pool closed')],
      log: (text) => events.push(text),
      ...options,
    });
  return { server, get, stop, events };
}

test('a new request is still served while routers learn about the stop', async (t) => {
  const { get, stop } = await startApp(t);
  assert.equal((await get('/readyz')).status, 200);
  const stopped = stop();
  assert.equal((await get('/readyz')).status, 503);
  assert.deepEqual(await get('/ticket'), { status: 200, connection: 'close' });
  assert.equal(await stopped, true);
  await assert.rejects(get('/ticket'), { code: 'ECONNREFUSED' });
});

test('a request that began before the signal is finished before the pool closes', async (t) => {
  const { server, get, stop, events } = await startApp(t);
  server.on('request', (req, res) => {
    res.on('finish', () => events.push('report sent'));
  });
  const report = get('/report');
  await sleep(50);
  assert.equal(await stop(), true);
  assert.equal((await report).status, 200);
  assert.deepEqual(events, [
    'not ready, still serving',
    'no new work',
    'report sent',
    'closing resources',
    'pool closed',
    'stopped',
  ]);
});

test('a request that hangs is cut at the deadline, and the stop says so', async (t) => {
  const { get, stop, events } = await startApp(t);
  const stuck = assert.rejects(get('/stuck'), { code: 'ECONNRESET' });
  await sleep(50);
  assert.equal(await stop({ deadline: 400 }), false);
  await stuck;
  assert.ok(events.includes('pool closed'));
});

test('a resource that does not close is left behind', async (t) => {
  const { stop } = await startApp(t);
  const hanging = () => new Promise(() => {});
  assert.equal(await stop({ resources: [hanging] }), false);
});

test('a worker that fails to stop does not cut the requests', async (t) => {
  const { server, get, stop, events } = await startApp(t);
  server.on('request', (req, res) => {
    res.on('finish', () => events.push('report sent'));
  });
  const report = get('/report');
  await sleep(50);
  const closeServer = () => new Promise((resolve) => server.close(resolve));
  const failing = async () => {
    throw new Error('queue is away');
  };
  assert.equal(await stop({ intakes: [closeServer, failing] }), false);
  assert.equal((await report).status, 200);
  assert.ok(events.includes('failed: queue is away'));
  const [sent, closed] = ['report sent', 'pool closed'].map((event) =>
    events.indexOf(event),
  );
  assert.ok(sent !== -1 && sent < closed, String(events));
});

test('a resource that throws does not keep the others open', async (t) => {
  const { stop, events } = await startApp(t);
  const throwing = () => {
    throw new Error('closed already');
  };
  const closing = async () => events.push('telemetry sent');
  assert.equal(await stop({ resources: [throwing, closing] }), false);
  assert.ok(events.includes('telemetry sent'));
});
