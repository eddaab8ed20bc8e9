import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openLab, readingsOfTwoDays } from '../dev/database.js';
import { register } from '../src/devices.js';
import {
  addReading,
  addReadings,
  faultsByFilter,
  faultsByIndex,
  monthsBetween,
  readingsOf,
} from '../src/readings.js';

let db, close;
before(async () => {
  ({ db, close } = await openLab());
  await addReadings(db, readingsOfTwoDays());
});
after(() => close());

const names = ({ items }) => items.map(({ device }) => device).sort();

test('a range reads only what it returns, in order, across months', async () => {
  const { items, read } = await readingsOf(
    db,
    'T7',
    new Date('2026-11-30T21:00Z'),
    new Date('2026-12-01T02:00Z'),
  );
  assert.deepEqual(
    items.map(({ at }) => at.slice(8, 13)),
    ['30T21', '30T22', '30T23', '01T00', '01T01', '01T02'],
  );
  assert.equal(read, 6);
});

test('a filter reads the whole table', async () => {
  const { items, read } = await faultsByFilter(db, 'B0');
  assert.equal(items.length, 4);
  assert.equal(read, 4800);
});

test('the index reads only the faults, two in the same hour, too', async () => {
  const faults = await faultsByIndex(db, 'B0');
  assert.deepEqual(names(faults), ['T0', 'T30', 'T60', 'T90']);
  assert.equal(faults.read, 4);
  assert.equal((await faultsByIndex(db, 'B1')).items.length, 0);
});

test('a reading that is sent twice is stored once', async () => {
  const reading = {
    device: 'T500',
    building: 'B50',
    at: new Date('2026-11-30T05:00Z'),
    celsius: 18,
    fault: true,
  };
  await addReading(db, reading);
  await addReading(db, reading);
  const { items } = await readingsOf(
    db,
    'T500',
    new Date('2026-11-01'),
    new Date('2026-12-01'),
  );
  assert.equal(items.length, 1);
  assert.deepEqual(names(await faultsByIndex(db, 'B50')), ['T500']);
});

test('a batch may contain a reading twice, and the last one wins', async () => {
  const at = new Date('2026-11-30T05:00Z');
  const reading = { device: 'T502', building: 'B52', at, celsius: 18 };
  await addReadings(db, [reading, { ...reading, celsius: 19 }]);
  const { items } = await readingsOf(db, 'T502', at, at);
  assert.deepEqual(
    items.map(({ celsius }) => celsius),
    [19],
  );
});

test('a fault without a building, and a range that ends first, are errors', async () => {
  const at = new Date('2026-11-30T05:00Z');
  const fault = { device: 'T503', at, celsius: 18, fault: true };
  await assert.rejects(addReading(db, fault), TypeError);
  await assert.rejects(readingsOf(db, 'T503', at, new Date(0)), RangeError);
});

test('more than one page is read to the end', async () => {
  // 60 items of 40 KB: a page ends at 1 MB.
  const device = 'T600';
  for (let minute = 10; minute < 70; minute += 1)
    await db.send(
      new PutCommand({
        TableName: 'readings',
        Item: {
          deviceMonth: `${device}#2026-10`,
          at: `2026-10-05T05:${minute}`,
          note: 'x'.repeat(40_000),
        },
      }),
    );
  const { items } = await readingsOf(
    db,
    device,
    new Date('2026-10-01'),
    new Date('2026-10-31'),
  );
  assert.equal(items.length, 60);
});

test('months between two times', () => {
  const months = (from, to) => monthsBetween(new Date(from), new Date(to));
  assert.deepEqual(months('2026-11-30T21:00Z', '2027-01-01T00:00Z'), [
    '2026-11',
    '2026-12',
    '2027-01',
  ]);
  assert.deepEqual(months('2026-11-02', '2026-11-02'), ['2026-11']);
});

test('a time in another zone is stored in UTC, and no time is an error', async () => {
  const reading = { device: 'T501', building: 'B51', celsius: 18 };
  await addReading(db, { ...reading, at: new Date('2026-12-01T01:30+02:00') });
  const { items } = await readingsOf(
    db,
    'T501',
    new Date('2026-11-30T23:00Z'),
    new Date('2026-12-01'),
  );
  assert.equal(items[0].at, '2026-11-30T23:30:00.000Z');
  await assert.rejects(
    addReading(db, { ...reading, at: new Date('soon') }),
    RangeError,
  );
});

test('of twenty accounts at once, one gets the device', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, i) => register(db, 'SN-1', `account ${i}`)),
  );
  const winner = outcomes.indexOf('registered');
  assert.equal(outcomes.filter((o) => o === 'registered').length, 1);
  const { Item } = await db.send(
    new GetCommand({ TableName: 'devices', Key: { serial: 'SN-1' } }),
  );
  assert.equal(Item.account, `account ${winner}`);
});

test('a retry after a lost response succeeds', async () => {
  assert.equal(await register(db, 'SN-2', 'Ana'), 'registered');
  assert.equal(await register(db, 'SN-2', 'Ana'), 'registered');
  assert.equal(await register(db, 'SN-2', 'Bo'), 'taken');
});

test('registering again keeps what was stored since', async () => {
  const device = { TableName: 'devices', Key: { serial: 'SN-3' } };
  await register(db, 'SN-3', 'Ana');
  await db.send(
    new UpdateCommand({
      ...device,
      UpdateExpression: 'SET label = :label',
      ExpressionAttributeValues: { ':label': 'kitchen' },
    }),
  );
  await register(db, 'SN-3', 'Ana');
  const { Item } = await db.send(new GetCommand(device));
  assert.deepEqual(Item, { serial: 'SN-3', account: 'Ana', label: 'kitchen' });
});

test('a device that was given back, or comes from the factory, is free', async () => {
  const device = { TableName: 'devices', Key: { serial: 'SN-4' } };
  const factory = { serial: 'SN-4', model: 'T2' };
  await db.send(new PutCommand({ TableName: 'devices', Item: factory }));
  assert.equal(await register(db, 'SN-4', 'Ana'), 'registered');
  await db.send(
    new UpdateCommand({ ...device, UpdateExpression: 'REMOVE account' }),
  );
  assert.equal(await register(db, 'SN-4', 'Bo'), 'registered');
});

test('other errors are not "taken"', async () => {
  for (const account of ['', null, undefined])
    await assert.rejects(register(db, 'SN-5', account), TypeError);
  assert.equal(await register(db, 'SN-5', 'Ana'), 'registered');
  await assert.rejects(register(db, '', 'Ana'), {
    name: 'ValidationException',
  });
});

test('items that the server did not take are sent again', async () => {
  let calls = 0;
  const busy = {
    async send({ input }) {
      calls += 1;
      const [first, ...rest] = input.RequestItems.readings;
      return calls === 1 ? { UnprocessedItems: { readings: rest } } : {};
    },
  };
  await addReadings(busy, readingsOfTwoDays().slice(0, 3));
  assert.equal(calls, 2);
  const never = {
    send: async ({ input }) => ({ UnprocessedItems: input.RequestItems }),
  };
  await assert.rejects(
    addReadings(never, readingsOfTwoDays().slice(0, 3)),
    /3 items not taken/,
  );
});
