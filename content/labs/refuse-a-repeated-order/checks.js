const book = { item: 'book', quantity: 1 };
const lamp = { item: 'lamp', quantity: 3 };
const shown = (value) => JSON.stringify(value);

function post(key, order) {
  const headers = { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) };
  return new Request('http://shop.test/orders', { method: 'POST', headers, body: JSON.stringify(order) });
}

/** The status and the JSON of an answer, or a sentence that says what came instead. */
async function send({ module, assert }, key, order) {
  const what = `The request with ${key ? `the key ${key}` : 'no key'} and the body ${shown(order)}`;
  let response;
  try {
    response = await module.fetch(post(key, order));
  } catch (error) {
    assert.fail(`${what} should get a response. The handler threw: ${error?.message ?? error}.`);
  }
  assert.ok(response instanceof Response, `${what} should get a Response. Found ${shown(response) ?? 'undefined'}.`);
  const text = await response.text().catch(() => undefined);
  assert.ok(text !== undefined, `${what} got a Response whose body was read before. Build a new Response for every request.`);
  try {
    return { status: response.status, body: JSON.parse(text) };
  } catch {
    assert.fail(`${what} should be answered in JSON. Found the status ${response.status} and the text ${shown(text.slice(0, 60))}.`);
  }
}

async function expectCharges({ load, assert }, count, why) {
  const { charges } = await load('payments.js');
  assert.equal(charges.length, count, `${why}: expected ${count} ${count === 1 ? 'call' : 'calls'} of charge, found ${charges.length}.`);
}

export default [
  {
    name: 'An order with a new key is created',
    async run(context) {
      const { assert } = context;
      for (const [key, order] of [['a1', book], ['a2', lamp]]) {
        const { status, body } = await send(context, key, order);
        assert.equal(status, 201, `An order with a new key should get 201. Found ${status}.`);
        assert.equal(body?.item, order.item, `The response should contain the item that was ordered, "${order.item}". Found ${shown(body)}.`);
      }
      await expectCharges(context, 2, 'Two orders with keys of their own');
      const { charges } = await context.load('payments.js');
      assert.ok(charges.every(({ isPaid }) => isPaid), 'An order was answered with 201 while its payment was still running. Wait for charge.');
    },
  },
  {
    name: 'A request without a key is refused',
    async run(context) {
      const { assert } = context;
      const { status, body } = await send(context, undefined, book);
      assert.equal(status, 400, `Without Idempotency-Key, the response should be 400. Found ${status}.`);
      assert.ok(body?.error, `The 400 response should say in \`error\` what is missing. Found ${shown(body)}.`);
      await expectCharges(context, 0, 'The order without a key was refused');
    },
  },
  {
    name: 'A repeated request gets the first response',
    async run(context) {
      const { assert } = context;
      const first = await send(context, 'b2', book);
      const repeated = await send(context, 'b2', book);
      assert.equal(repeated.status, 201, `The repeated request should get the first response, 201. Found ${repeated.status}.`);
      assert.deepEqual(
        repeated.body,
        first.body,
        `The second request with the same key created another order: first ${shown(first.body)}, then ${shown(repeated.body)}.`,
      );
      await send(context, 'b2', book);
      await expectCharges(context, 1, 'The same order came three times with one key');
    },
  },
  {
    name: 'Two different keys are two orders',
    async run(context) {
      const { assert } = context;
      const one = await send(context, 'c3', book);
      const two = await send(context, 'c4', book);
      const three = await send(context, 'c5', lamp);
      assert.ok(one.body?.id !== undefined, `The response should contain the order's ID. Found ${shown(one.body)}.`);
      const ids = [one, two, three].map(({ body }) => body?.id);
      assert.equal(new Set(ids).size, 3, `Three orders with keys of their own should have three ids. Found ${ids.join(', ')}.`);
      await expectCharges(context, 3, 'Three orders with keys of their own');
      for (const [key, order, { body }] of [['c3', book, one], ['c4', book, two], ['c5', lamp, three]]) {
        const again = await send(context, key, order);
        assert.deepEqual(again.body, body, `After other orders, ${key} was repeated: expected its own first answer, ${shown(body)}, found ${shown(again.body)}.`);
      }
      await expectCharges(context, 3, 'Three orders came, and each was repeated after the others');
      const keys = ['C3', '0a6e1f6c-8b1d-4c53-9a55-2f1f0c1f3a01', '0a6e1f6c-8b1d-4c53-9a55-2f1f0c1f3a02'];
      for (const key of keys) await send(context, key, book);
      await expectCharges(context, 6, `Three more orders came with the keys ${keys.join(', ')}, which differ in one letter from others`);
    },
  },
  {
    name: 'A key that comes with another body is refused',
    async run(context) {
      const { assert } = context;
      const first = await send(context, 'd5', book);
      for (const order of [{ item: 'bicycle', quantity: 1 }, { item: 'book', quantity: 2 }, { ...book, gift: true }, {}]) {
        const { status, body } = await send(context, 'd5', order);
        assert.equal(status, 422, `The key of ${shown(book)} came with ${shown(order)}: expected 422, found ${status}.`);
        assert.ok(body?.error, `The 422 response should say in \`error\` what is wrong. Found ${shown(body)}.`);
      }
      await expectCharges(context, 1, 'One order, and four refused requests with its key');
      const again = await send(context, 'd5', book);
      assert.deepEqual(again, first, `After refused requests with its key, the order was repeated: expected its first answer, ${shown(first)}, found ${shown(again)}.`);
    },
  },
  {
    name: 'Two requests at the same time are one order',
    async run(context) {
      const { assert } = context;
      const same = [send(context, 'e6', book), send(context, 'e6', book)];
      await new Promise((resolve) => setTimeout(resolve, 1));
      const [one, two, other] = await Promise.all([...same, send(context, 'e6', lamp)]);
      assert.equal(one.status, 201, `The first of two requests at the same time should get 201. Found ${one.status}.`);
      assert.deepEqual(
        two,
        one,
        `Both requests were running at once and should get the same response. Found ${shown(one)} and ${shown(two)}. Store the key before the handler waits.`,
      );
      assert.equal(other.status, 422, `A different body came with the key while the first request was running: expected 422, found ${other.status}.`);
      await expectCharges(context, 1, 'Two requests with one key at the same time');
    },
  },
];
