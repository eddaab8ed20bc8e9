import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks } from '../checks/checks.js';
import { openWorld } from '../checks/world.js';
import { createApp } from '../src/app.js';
import { createCarelessApp } from '../src/careless.js';

// #region tests
for (const { name, changes, attack } of checks) {
  test(name, async (t) => {
    const world = await openWorld(createApp, changes);
    t.after(world.close);
    await attack(world);
  });

  test(`the check would notice: ${name}`, async (t) => {
    const world = await openWorld(createCarelessApp, changes);
    t.after(world.close);
    await assert.rejects(attack(world), { code: 'ERR_ASSERTION' });
  });
}
// #endregion tests

test('a booking is confirmed, shown and refunded once', async (t) => {
  const { send, paid, close } = await openWorld(createApp);
  t.after(close);
  const twice = await Promise.all([
    send('POST', '/bookings/0/confirm'),
    send('POST', '/bookings/0/confirm'),
  ]);
  assert.deepEqual(twice.map(({ status }) => status).sort(), [200, 409]);
  assert.doesNotMatch(
    (await send('GET', '/bookings/0')).text,
    /passport|owner/,
  );
  assert.equal((await send('POST', '/bookings/0/refund')).status, 200);
  assert.equal((await send('POST', '/bookings/0/refund')).status, 409);
  assert.equal((await send('POST', '/bookings/0/confirm')).status, 409);
  assert.deepEqual(paid, [90, -90]);
});

test('after a declined card, another one works', async (t) => {
  const results = ['declined', 'paid'];
  const charge = async () => results.shift();
  const world = await openWorld(createApp, { pay: { charge } });
  t.after(world.close);
  const confirm = () => world.send('POST', '/bookings/0/confirm');
  assert.equal((await confirm()).status, 402);
  assert.equal((await confirm()).status, 200);
});

test('a refund that the provider does not confirm is not shown as one', async (t) => {
  const pay = { charge: async () => 'paid', refund: async () => 'declined' };
  const { send, bookings, close } = await openWorld(createApp, { pay });
  t.after(close);
  await send('POST', '/bookings/0/confirm');
  assert.equal((await send('POST', '/bookings/0/refund')).status, 503);
  assert.equal(bookings.get('0').status, 'refunding');
});

const unclear = {
  'timed out': async () => {
    throw new Error('timeout');
  },
  'returned nothing': async () => {},
};
for (const [name, charge] of Object.entries(unclear)) {
  test(`after a payment that ${name}, nothing is charged again`, async (t) => {
    const { send, bookings, close } = await openWorld(createApp, {
      pay: { charge },
    });
    t.after(close);
    assert.equal((await send('POST', '/bookings/0/confirm')).status, 503);
    assert.equal(bookings.get('0').status, 'confirming');
    assert.equal((await send('POST', '/bookings/0/confirm')).status, 409);
  });
}

test('the details of an error are logged', async (t) => {
  const lines = [];
  const { send, close } = await openWorld(createApp, {
    fraud: async () => {
      throw new Error('connect 10.2.0.9:7001');
    },
    log: (line) => lines.push(line),
  });
  t.after(close);
  await send('POST', '/bookings/0/confirm');
  assert.deepEqual(lines, ['POST /bookings/0/confirm: connect 10.2.0.9:7001']);
});

test('no user, no record and no valid path are refused', async (t) => {
  const { send, close } = await openWorld(createApp);
  t.after(close);
  const none = { user: '' };
  assert.equal((await send('GET', '/bookings/0', none)).status, 401);
  assert.equal((await send('GET', '/bookings/9')).status, 404);
  assert.equal((await send('GET', '/bookings/%ff')).status, 400);
});
