const error = (message, temporary) => Object.assign(new Error(message), { temporary });

/** A shop whose queries go as the list says: an error is thrown, a number is the pieces that are left. */
function setUp(module, results, { payment = { id: 'pay_7' } } = {}) {
  const waits = [];
  const queries = [];
  const charges = [];
  let sleeping = false;
  const database = {
    async query(item) {
      queries.push(item);
      if (sleeping) waits.push('not waited for');
      const result = results[Math.min(queries.length, results.length) - 1];
      if (result instanceof Error) throw result;
      return { pieces: result };
    },
  };
  const payments = {
    async charge(order) {
      charges.push(order);
      if (payment instanceof Error) throw payment;
      return payment;
    },
  };
  const sleep = async (milliseconds) => {
    waits.push(milliseconds);
    sleeping = true;
    await new Promise((resolve) => setTimeout(resolve, 1));
    sleeping = false;
  };
  return { shop: module.createShop({ database, payments, sleep }), waits, queries, charges };
}

const order = { item: 'bowl', pieces: 2 };
const outcomeOf = (promise) => promise.then((value) => value, (caught) => caught);
const shown = (value) => (value instanceof Error ? `the error "${value.message}"` : JSON.stringify(value));

export default [
  {
    name: 'A checkout goes through while all is well',
    async run({ module, assert }) {
      for (const pieces of [2, 3, 50]) {
        const { shop, queries, charges, waits } = setUp(module, [pieces]);
        const found = await outcomeOf(shop.checkout(order));
        assert.deepEqual(found, { item: 'bowl', pieces: 2, paymentId: 'pay_7' }, `Two bowls were ordered, ${pieces} are left: expected the order with paymentId "pay_7", found ${shown(found)}.`);
        assert.deepEqual([queries.length, charges.length, waits.length], [1, 1, 0], `Nothing failed: expected 1 query, 1 payment and 0 pauses. Found ${queries.length}, ${charges.length} and ${waits.length}.`);
      }
    },
  },
  {
    name: 'Two failures in a row are survived',
    async run({ module, assert }) {
      const { shop, queries, waits } = setUp(module, [error('timeout', true), error('connection reset', true), 9]);
      const found = await outcomeOf(shop.checkout(order));
      assert.equal(found.paymentId, 'pay_7', `The database failed twice and then worked, so the checkout should go through. Found ${shown(found)}.`);
      assert.equal(queries.length, 3, `Expected 3 queries, found ${queries.length}.`);
      assert.deepEqual(waits, [100, 200], `Expected pauses of 100 and 200 ms, found ${waits.join(' and ')}.`);
    },
  },
  {
    name: 'A database that is down gets three queries',
    async run({ module, assert }) {
      const last = error('too many connections', true);
      const { shop, queries, waits, charges } = setUp(module, [error('timeout', true), error('timeout', true), last]);
      const found = await outcomeOf(shop.checkout(order));
      assert.equal(queries.length, 3, `The database was down, and one checkout made ${queries.length} queries. Expected 3.`);
      assert.equal(found, last, `Expected the error of the last query, "too many connections". Found ${shown(found)}.`);
      assert.deepEqual(waits, [100, 200], `Expected pauses of 100 and 200 ms and none at the end, found ${waits.join(', ')}.`);
      assert.equal(charges.length, 0, `No one knows whether there are bowls left, and ${charges.length} payments were made.`);
      await outcomeOf(shop.checkout(order));
      assert.equal(queries.length, 6, `The next checkout should have its own three queries. The two together should have made 6, found ${queries.length}.`);
    },
  },
  {
    name: 'An error that stays is thrown at once',
    async run({ module, assert }) {
      const syntax = error('column does not exist', false);
      const broken = setUp(module, [syntax]);
      const found = await outcomeOf(broken.shop.checkout(order));
      assert.equal(found, syntax, `The query has an error that stays. Expected that error, found ${shown(found)}.`);
      assert.equal(broken.queries.length, 1, `The query has an error that stays: expected 1 query, found ${broken.queries.length}.`);
      const later = setUp(module, [error('timeout', true), new TypeError('no such item')]);
      await outcomeOf(later.shop.checkout(order));
      assert.equal(later.queries.length, 2, `The first query failed for a moment, and the second with an error that stays: expected 2 queries, found ${later.queries.length}.`);
    },
  },
  {
    name: 'A product that is sold out is asked for once',
    async run({ module, assert }) {
      for (const pieces of [0, 1]) {
        const { shop, queries, charges, waits } = setUp(module, [pieces]);
        const found = await outcomeOf(shop.checkout(order));
        assert.equal(found?.message, 'sold out', `Two bowls were ordered and ${pieces} left: expected the error "sold out", found ${shown(found)}.`);
        assert.deepEqual([queries.length, waits.length, charges.length], [1, 0, 0], `Sold out stays sold out: expected 1 query, no pause and no payment. Found ${queries.length}, ${waits.length} and ${charges.length}.`);
      }
    },
  },
  {
    name: 'A payment is never tried twice',
    async run({ module, assert }) {
      const timeout = error('payment timeout', true);
      const { shop, charges, queries } = setUp(module, [5], { payment: timeout });
      const found = await outcomeOf(shop.checkout(order));
      assert.equal(charges.length, 1, `The payment timed out, and it was tried ${charges.length} times. The customer may have paid each time.`);
      assert.equal(found, timeout, `Expected the error of the payment, found ${shown(found)}.`);
      assert.equal(queries.length, 1, `The stock was known before the payment: expected 1 query, found ${queries.length}.`);
    },
  },
];
