import assert from 'node:assert/strict';

const fail = (message) => async () => {
  throw new Error(message);
};

/** Each check: the category with its year, the weakness, and the attack. */
export const checks = [
  {
    name: "A01:2025 CWE-639 read another passenger's booking",
    async attack({ send, paid }) {
      assert.equal((await send('GET', '/bookings/0')).status, 200);
      for (const [method, path] of [
        ['GET', ''],
        ['GET', '/ticket'],
        ['POST', '/confirm'],
        ['POST', '/refund'],
      ]) {
        const { status } = await send(method, `/bookings/1${path}`);
        assert.equal(status, 404);
      }
      assert.deepEqual(paid, []);
    },
  },
  {
    name: 'A02:2025 CWE-489 find a debug page',
    async attack({ send }) {
      assert.equal((await send('GET', '/debug')).status, 404);
    },
  },
  {
    name: 'A05:2025 CWE-79  put HTML into a name',
    async attack({ send }) {
      const { text } = await send('GET', '/bookings/0/ticket');
      assert.match(text, /&lt;img/);
      assert.doesNotMatch(text, /<img/);
    },
  },
  {
    name: 'A06:2025 CWE-472 choose the amount of a refund',
    async attack({ send, paid }) {
      await send('POST', '/bookings/0/confirm');
      const refund = () =>
        send('POST', '/bookings/0/refund', { body: { amount: 5000 } });
      await Promise.all([refund(), refund()]);
      assert.deepEqual(paid, [90, -90]);
    },
  },
  // #region fail-open
  {
    name: 'A10:2025 CWE-636 confirm while the fraud check is down',
    changes: { fraud: fail('connect 10.2.0.9:7001') },
    async attack({ send, bookings, paid }) {
      const { status } = await send('POST', '/bookings/0/confirm');
      assert.equal(status, 503);
      assert.equal(bookings.get('0').status, 'pending');
      assert.deepEqual(paid, []);
    },
  },
  // #endregion fail-open
  {
    name: 'A10:2025 CWE-394 confirm when the fraud check returns nothing',
    changes: { fraud: async () => undefined },
    async attack({ send, bookings, paid }) {
      const { status } = await send('POST', '/bookings/0/confirm');
      assert.equal(status, 403);
      assert.equal(bookings.get('0').status, 'pending');
      assert.deepEqual(paid, []);
    },
  },
  {
    name: 'A10:2025 CWE-394 confirm with a card that is declined',
    changes: { pay: { charge: async () => 'declined' } },
    async attack({ send, bookings }) {
      const { status } = await send('POST', '/bookings/0/confirm');
      assert.equal(status, 402);
      assert.equal(bookings.get('0').status, 'pending');
    },
  },
  {
    name: 'A10:2025 CWE-209 read an internal address in an error',
    changes: { fraud: fail('connect 10.2.0.9:7001') },
    async attack({ send }) {
      const { text } = await send('POST', '/bookings/0/confirm');
      assert.doesNotMatch(text, /10\.2\.|node_modules/);
    },
  },
];
