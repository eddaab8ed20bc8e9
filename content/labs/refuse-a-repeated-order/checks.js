const post = (key, order) =>
  new Request('http://shop.test/orders', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(key && { 'Idempotency-Key': key }) },
    body: JSON.stringify(order),
  });

const book = { item: 'book', quantity: 1 };

export default [
  {
    name: 'An order with a new key is created',
    async run({ module, assert }) {
      const response = await module.fetch(post('a1', book));
      assert.equal(response.status, 201, `A first order is to be answered with 201. Found ${response.status}.`);
      const { item } = await response.json();
      assert.equal(item, 'book', `The answer is to hold the item that was ordered, "book". Found ${JSON.stringify(item)}.`);
    },
  },
  {
    name: 'A request without a key is refused',
    async run({ module, assert }) {
      const response = await module.fetch(post(undefined, book));
      assert.equal(response.status, 400, `Without Idempotency-Key the answer is to be 400. Found ${response.status}.`);
      const body = await response.json();
      assert.ok(body.error, 'The answer 400 is to say in `error` what is missing.');
    },
  },
  {
    name: 'A repeated request gets the first answer',
    async run({ module, assert }) {
      const first = await (await module.fetch(post('b2', book))).json();
      const repeated = await module.fetch(post('b2', book));
      assert.equal(repeated.status, 201, `The repeated request is to get the first answer, 201. Found ${repeated.status}.`);
      const second = await repeated.json();
      assert.deepEqual(
        second,
        first,
        `The second request with the same key created another order: first ${JSON.stringify(first)}, then ${JSON.stringify(second)}.`,
      );
    },
  },
  {
    name: 'Two different keys are two orders',
    async run({ module, assert }) {
      const one = await (await module.fetch(post('c3', book))).json();
      const two = await (await module.fetch(post('c4', book))).json();
      assert.notEqual(one.id, two.id, `Two customers with keys of their own got the same order, ${one.id}.`);
    },
  },
  {
    name: 'A key that comes with another body is refused',
    async run({ module, assert }) {
      await module.fetch(post('d5', book));
      const { status } = await module.fetch(post('d5', { item: 'bicycle', quantity: 1 }));
      assert.equal(status, 422, `The key of the book came with a bicycle: expected 422, found ${status}.`);
    },
  },
  {
    name: 'Two requests at the same time are one order',
    async run({ module, assert }) {
      const responses = await Promise.all([module.fetch(post('e6', book)), module.fetch(post('e6', book))]);
      const [one, two] = await Promise.all(responses.map((response) => response.json()));
      assert.equal(
        one.id,
        two.id,
        `Both requests were under way at once, and each created an order: ${one.id} and ${two.id}. The key must be taken before the handler waits.`,
      );
    },
  },
];
