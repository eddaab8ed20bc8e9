import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { afterEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomTraffic, request, send, startSite } from '../demo/site.js';

const skip = spawnSync('haproxy', ['-v']).error && 'HAProxy is not installed';
let site;
afterEach(() => site?.stop());
const failures = (results) =>
  results.filter(({ status }) => status !== 200).length;
const median = (results) =>
  results.map(({ ms }) => ms).sort((a, b) => a - b)[results.length >> 1];

test('spreads requests over all servers', { skip }, async () => {
  site = await startSite({ rule: 'roundrobin' });
  const results = await send(randomTraffic({ perSecond: 100, seconds: 2 }));
  assert.equal(failures(results), 0);
  assert.equal(new Set(results.map(({ server }) => server)).size, 8);
  assert.ok(median(results) < 100, `median ${median(results)} ms`);
});

test('replaces what a client claims about its address', { skip }, async () => {
  site = await startSite();
  const { body } = await request('/valley', {
    headers: { 'X-Forwarded-For': '10.9.9.9' },
  });
  assert.equal(body, 'tile for 127.0.0.1\n');
});

test('a drain loses nothing, and traffic moves away', { skip }, async () => {
  site = await startSite();
  const sending = send(randomTraffic({ perSecond: 100, seconds: 8 }));
  await sleep(1000);
  site.servers.get(3).kill('SIGTERM');
  await sleep(1000);
  const ask = (path) => request(path, { port: 7313 });
  assert.equal((await ask('/readyz')).status, 503);
  assert.equal((await ask('/valley')).status, 200);
  await sleep(1000);
  const during = await send(randomTraffic({ perSecond: 50, seconds: 1 }));
  assert.ok(during.every(({ server }) => server !== '7313'));
  assert.equal(failures([...during, ...(await sending)]), 0);
  assert.equal(site.servers.get(3).exitCode, 0);
});

test('a killed server costs at most what it had', { skip }, async () => {
  site = await startSite();
  const sending = send(randomTraffic({ perSecond: 100, seconds: 5 }));
  await sleep(2000);
  site.servers.get(3).kill('SIGKILL');
  assert.ok(failures(await sending) <= 3);
});

test('a server that only fails is taken out', { skip }, async () => {
  const traffic = randomTraffic({ perSecond: 100, seconds: 8 });
  site = await startSite({ broken: 3 });
  const without = failures(await send(traffic));
  await site.stop();
  site = await startSite({ broken: 3, config: 'haproxy-observe.cfg' });
  const withObserve = failures(await send(traffic));
  assert.ok(withObserve > 0 && withObserve < without / 2, `${withObserve}`);
});

test(
  'least connections moves new requests to new servers',
  { skip },
  async () => {
    site = await startSite({ count: 2 });
    site.startServer(3);
    await sleep(2000);
    const results = await send(randomTraffic({ perSecond: 50, seconds: 2 }));
    assert.ok(results.some(({ server }) => server === '7313'));
  },
);

test('least connections goes around a busy server', { skip }, async () => {
  site = await startSite({ count: 2 });
  const mountain = request('/mountain');
  await sleep(50);
  const during = [];
  for (let i = 0; i < 6; i++) during.push((await request('/valley')).server);
  const { server: busy } = await mountain;
  assert.ok(!during.includes(busy), `${busy} was busy, got ${during}`);
});
