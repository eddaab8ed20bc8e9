import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSystem } from '../measure/system.js';

let system;
before(async () => {
  system = await startSystem();
});
after(() => system.stop());

async function get(version) {
  const response = await fetch(`${system.url}/${version}`);
  const timing = response.headers.get('server-timing');
  return { stops: await response.json(), timing };
}

test('all versions send the same stops with their couriers', async () => {
  const { stops } = await get('oneByOne');
  assert.equal(stops.length, 200);
  const { id, courier_id: courier } = stops[0];
  assert.deepEqual(stops[0], {
    id,
    courier_id: courier,
    address: `${id} Main Street`,
    courier: { id: courier, name: `Courier ${courier}` },
  });
  assert.deepEqual((await get('allAtOnce')).stops, stops);
  assert.deepEqual((await get('batched')).stops, stops);
});

test('the batched version needs two queries', async () => {
  assert.match((await get('oneByOne')).timing, /desc="201 queries"/);
  assert.match((await get('batched')).timing, /desc="2 queries"/);
});

test('the time of the queries is a part of the total', async () => {
  const { timing } = await get('oneByOne');
  const [db, total] = timing.match(/(?<=dur=)[\d.]+/g).map(Number);
  assert.ok(0 < db && db <= total, timing);
});

test('requests at the same time are counted apart', async () => {
  const all = await Promise.all(
    Array.from({ length: 5 }, () => get('batched')),
  );
  for (const { timing } of all) assert.match(timing, /desc="2 queries"/);
});
