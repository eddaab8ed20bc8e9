import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFakeMaps } from '../demo/fake-maps.js';
import {
  withCache,
  withFallback,
  withLog,
  withRetry,
} from '../src/decorators.js';
import { createGeocoder } from '../src/geocoder.js';
import { createMapProvider, TemporaryFailure } from '../src/map-provider.js';

const oslo = { lat: 59.91, lon: 10.75 };
const quick = { minTimeout: 1 };

/** A geocoder that returns or throws one outcome after another. */
function fake(...outcomes) {
  const geocoder = {
    calls: 0,
    async locate() {
      const outcome = outcomes[geocoder.calls];
      geocoder.calls += 1;
      await sleep(1);
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  };
  return geocoder;
}

async function adapterFor(t, respond, settings) {
  const maps = await startFakeMaps(respond);
  t.after(maps.close);
  return createMapProvider({ url: maps.url, key: 'k', ...settings });
}

test('the adapter returns our names', async (t) => {
  const maps = await adapterFor(t);
  assert.deepEqual(await maps.locate('Storgata 7'), oslo);
});

test('the adapter returns a place that callers can share', async (t) => {
  const maps = await adapterFor(t);
  const place = await maps.locate('Storgata 7');
  assert.throws(() => (place.lat = 0), TypeError);
});

test('the adapter calls something else than a place permanent', async (t) => {
  const hit = (location) =>
    JSON.stringify({ results: [{ geometry: { location } }] });
  let body;
  const server = createServer((req, res) => res.end(body));
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  t.after(() => server.close());
  const url = `http://127.0.0.1:${server.address().port}`;
  const maps = createMapProvider({ url, key: 'k' });
  for (body of ['<html>', hit({}), hit({ lat: '59.91', lng: null })]) {
    await assert.rejects(maps.locate('Storgata 7'), /something else/);
  }
});

test('the adapter returns null for an unknown address', async (t) => {
  const maps = await adapterFor(t);
  assert.equal(await maps.locate('nowhere 1'), null);
});

for (const status of [429, 500, 503]) {
  test(`the adapter calls a ${status} temporary`, async (t) => {
    const maps = await adapterFor(t, () => status);
    await assert.rejects(maps.locate('Storgata 7'), TemporaryFailure);
  });
}

test('the adapter calls a 403 permanent', async (t) => {
  const maps = await adapterFor(t, () => 403);
  await assert.rejects(maps.locate('Storgata 7'), { name: 'Error' });
});

test('the adapter calls a timeout temporary', async (t) => {
  const maps = await adapterFor(t, undefined, { timeoutMs: 5 });
  await assert.rejects(maps.locate('Storgata 7'), TemporaryFailure);
});

test('the retry repeats a temporary failure', async () => {
  const inner = fake(new TemporaryFailure('503'), oslo);
  assert.deepEqual(await withRetry(inner, quick).locate('a'), oslo);
  assert.equal(inner.calls, 2);
});

test('the retry gives up after three attempts', async () => {
  const failure = new TemporaryFailure('503');
  const inner = fake(failure, failure, failure, oslo);
  await assert.rejects(withRetry(inner, quick).locate('a'), TemporaryFailure);
  assert.equal(inner.calls, 3);
});

test('the retry does not repeat a refusal', async () => {
  const inner = fake(new Error('403'), oslo);
  await assert.rejects(withRetry(inner, quick).locate('a'), /403/);
  assert.equal(inner.calls, 1);
});

test('the cache asks once for one address', async () => {
  const inner = fake(oslo);
  const geocoder = withCache(inner);
  await geocoder.locate('Storgata 7');
  assert.deepEqual(await geocoder.locate('storgata 7 '), oslo);
  assert.equal(inner.calls, 1);
});

test('the cache keeps two addresses apart', async () => {
  const geocoder = withCache(fake(oslo, null));
  assert.deepEqual(await geocoder.locate('Storgata 7'), oslo);
  assert.equal(await geocoder.locate('Nowhere 1'), null);
});

test('the cache asks once for an unknown address', async () => {
  const inner = fake(null);
  const geocoder = withCache(inner);
  await geocoder.locate('Nowhere 1');
  assert.equal(await geocoder.locate('Nowhere 1'), null);
  assert.equal(inner.calls, 1);
});

test('the cache asks once for ten callers at the same time', async () => {
  const inner = fake(oslo);
  const geocoder = withCache(inner);
  const callers = Array.from({ length: 10 }, () => geocoder.locate('a'));
  assert.deepEqual(await Promise.all(callers), Array(10).fill(oslo));
  assert.equal(inner.calls, 1);
});

test('the cache does not keep a failure', async () => {
  const geocoder = withCache(fake(new TemporaryFailure('503'), oslo));
  await assert.rejects(geocoder.locate('a'), TemporaryFailure);
  assert.deepEqual(await geocoder.locate('a'), oslo);
});

test('a full cache asks again for what it dropped', async () => {
  const asked = [];
  const inner = { locate: async (address) => asked.push(address) };
  const cache = withCache(inner, { max: 1 });
  for (const address of ['a', 'b', 'b', 'a']) await cache.locate(address);
  assert.deepEqual(asked, ['a', 'b', 'a']);
});

test('the cache asks again after its time', async () => {
  const inner = fake(null, oslo);
  const geocoder = withCache(inner, { ttl: 20 });
  assert.equal(await geocoder.locate('a'), null);
  await sleep(50);
  assert.deepEqual(await geocoder.locate('a'), oslo);
});

test('the cache serves more callers at once than it has places', async () => {
  const geocoder = withCache(fake(oslo, oslo, oslo), { max: 1 });
  const callers = ['a', 'b', 'c'].map((address) => geocoder.locate(address));
  assert.deepEqual(await Promise.all(callers), [oslo, oslo, oslo]);
});

test('the log sees each outcome and no address', async () => {
  const lines = [];
  const inner = fake(oslo, null, new TemporaryFailure('503'));
  const geocoder = withLog(inner, (line) => lines.push(line));
  await geocoder.locate('Storgata 7');
  await geocoder.locate('Storgata 7');
  await assert.rejects(geocoder.locate('Storgata 7'), TemporaryFailure);
  const outcomes = lines.map(({ outcome }) => outcome);
  assert.deepEqual(outcomes, ['found', 'not found', 'TemporaryFailure']);
  assert.doesNotMatch(JSON.stringify(lines), /storgata/i);
});

test('a log that fails does not fail the lookup', async () => {
  const fails = () => {
    throw new Error('the disk is full');
  };
  assert.deepEqual(await withLog(fake(oslo), fails).locate('a'), oslo);
});

test('a fallback inside the cache stays for its whole time', async () => {
  const geocoder = withCache(withFallback(fake(new Error('503'), oslo)));
  await geocoder.locate('a');
  assert.equal(await geocoder.locate('a'), null);
});

test('the factory stacks cache, retry and log around the maps', async (t) => {
  const maps = await startFakeMaps((n) => (n === 1 ? 503 : 200));
  t.after(maps.close);
  const lines = [];
  const settings = { kind: 'maps', url: maps.url, key: 'k' };
  const geocoder = createGeocoder(settings, (line) => lines.push(line));
  assert.deepEqual(await geocoder.locate('Storgata 7'), oslo);
  assert.deepEqual(await geocoder.locate('Storgata 7'), oslo);
  const outcomes = lines.map(({ outcome }) => outcome);
  assert.deepEqual(outcomes, ['TemporaryFailure', 'found']);
});

test('the factory lets ten callers share the attempts', async (t) => {
  const maps = await startFakeMaps(() => 503);
  t.after(maps.close);
  const settings = { kind: 'maps', url: maps.url, key: 'k' };
  const geocoder = createGeocoder(settings, () => {});
  const callers = Array.from({ length: 10 }, () => geocoder.locate('a'));
  await Promise.allSettled(callers);
  assert.equal(maps.received, 3);
});

test('the factory returns a geocoder that knows nothing', async () => {
  assert.equal(await createGeocoder({ kind: 'none' }).locate('a'), null);
});

test('the factory refuses what it does not know', () => {
  assert.throws(() => createGeocoder({ kind: 'maps ' }), /"maps "/);
  for (const url of [undefined, '', 'maps', 'localhost:80', 'file:///x']) {
    assert.throws(() => createGeocoder({ kind: 'maps', url, key: 'k' }), /URL/);
  }
  const url = 'https://maps.example';
  assert.throws(() => createGeocoder({ kind: 'maps', url }), /MAPS_KEY/);
  assert.throws(() => createGeocoder({}), /undefined/);
});
