import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../demo/run.js';
import { countRide } from '../src/gate.js';
import { createLossyProxy } from '../src/lossy-proxy.js';
import { openRides } from '../src/rides.js';
import { createService } from '../src/service.js';

/** A pass with three rides, a service, and a proxy with the given fates. */
async function resort(t, ...fates) {
  const rides = openRides(':memory:');
  rides.sell('p1', 3);
  const listen = async (server) => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${server.address().port}`;
  };
  const service = await listen(createService(rides));
  const next = () => fates.shift() ?? 'delivered';
  const url = await listen(createLossyProxy(() => service, next));
  return { rides, url };
}

for (const fate of ['request lost', 'response lost', 'late', 'twice']) {
  test(`${fate}: one ride with an ID`, async (t) => {
    const { rides, url } = await resort(t, fate);
    assert.equal(await countRide(url, { id: 'a', pass: 'p1' }), 'counted');
    assert.equal(rides.ridesLeft('p1'), 2);
  });
}

for (const fate of ['response lost', 'late', 'twice']) {
  test(`${fate}: two rides without an ID`, async (t) => {
    const { rides, url } = await resort(t, fate);
    await countRide(url, { pass: 'p1' });
    assert.equal(rides.ridesLeft('p1'), 1);
  });
}

test('a repeated refusal stays a refusal when there are rides again', async (t) => {
  const { rides, url } = await resort(t);
  assert.equal(await countRide(url, { id: 'a', pass: 'p9' }), 'refused');
  rides.sell('p9', 3);
  assert.equal(await countRide(url, { id: 'a', pass: 'p9' }), 'refused');
  assert.equal(await countRide(url, { id: 'b', pass: 'p9' }), 'counted');
});

for (const status of [401, 404]) {
  test(`a proxy's ${status} after a lost response does not settle the call`, async (t) => {
    const { rides, url } = await resort(t, 'response lost', status);
    assert.equal(await countRide(url, { id: 'a', pass: 'p1' }), 'counted');
    assert.equal(rides.ridesLeft('p1'), 2);
  });
}

test("a proxy's 200 takes no ride and opens no gate", async (t) => {
  const { rides, url } = await resort(t, 200);
  assert.equal(await countRide(url, { id: 'a', pass: 'p1' }), 'counted');
  assert.equal(rides.ridesLeft('p1'), 2);
});

test('an ID that was used for another pass is refused', async (t) => {
  const { rides, url } = await resort(t);
  rides.sell('p2', 3);
  assert.equal(await countRide(url, { id: 'a', pass: 'p1' }), 'counted');
  assert.equal(await countRide(url, { id: 'a', pass: 'p2' }), 'refused');
  assert.equal(rides.ridesLeft('p2'), 3);
});

test('a service that is away leaves the outcome unknown', async () => {
  const url = 'http://127.0.0.1:9';
  const outcome = await countRide(url, {
    id: 'a',
    pass: 'p1',
    deadlineMs: 300,
  });
  assert.equal(outcome, 'unknown');
});

test('an ID at two service processes at once takes one ride', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'rides-'));
  const file = join(folder, 'rides.db');
  const shop = openRides(file);
  shop.sell('p1', 400);
  const services = [1, 2].map(() =>
    fork(new URL('../demo/service-process.js', import.meta.url), [file, '0']),
  );
  const exits = services.map((service) => once(service, 'exit'));
  t.after(async () => {
    for (const service of services) {
      if (service.connected) service.disconnect();
    }
    await Promise.all(exits);
    shop.close();
    rmSync(folder, { recursive: true });
  });
  const ports = await Promise.all(
    services.map(async (service) => (await once(service, 'message'))[0]),
  );
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE'); // both processes wait until it ends
  const rides = Array.from({ length: 200 }, (_, n) =>
    countRide(`http://127.0.0.1:${ports[n % 2]}`, {
      id: `ride-${Math.floor(n / 2)}`,
      pass: 'p1',
      timeoutMs: 5_000,
    }),
  );
  await sleep(500);
  other.close();
  const outcomes = await Promise.all(rides);
  assert.deepEqual(new Set(outcomes), new Set(['counted']));
  assert.equal(shop.ridesLeft('p1'), 300);
});

test('a bad network and a service that is killed lose and double no ride', async () => {
  const result = await run({ rides: 400, gates: 20, useIds: true });
  assert.ok(result.kills > 0);
  assert.equal(result.counted, 400);
  assert.equal(result.taken, 400);
});
