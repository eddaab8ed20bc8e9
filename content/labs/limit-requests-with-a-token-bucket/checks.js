function setUp(module, options = {}) {
  const clock = { time: 1_000_000 };
  const take = module.createLimiter({ capacity: 5, rate: 2, now: () => clock.time, ...options });
  return { clock, take, many: (count, client = 'a') => Array.from({ length: count }, () => take(client).allowed).filter(Boolean).length };
}

export default [
  {
    name: 'A full bucket allows a burst, and no more',
    run({ module, assert }) {
      const found = setUp(module).many(8);
      assert.equal(found, 5, `Of 8 requests at once, 5 fit into the bucket. Allowed: ${found}.`);
    },
  },
  {
    name: 'Tokens come back at the steady rate',
    run({ module, assert }) {
      const { clock, many } = setUp(module);
      many(5);
      clock.time += 1000;
      const found = many(5);
      assert.equal(found, 2, `After one second at 2 tokens per second, 2 requests should pass. Allowed: ${found}.`);
    },
  },
  {
    name: 'The bucket never holds more than its capacity',
    run({ module, assert }) {
      const { clock, many } = setUp(module);
      many(5);
      clock.time += 3_600_000;
      const found = many(20);
      assert.equal(found, 5, `After a quiet hour the bucket is full, which is 5 and not 7,200. Allowed: ${found}.`);
    },
  },
  {
    name: 'Parts of a token add up',
    run({ module, assert }) {
      const { clock, take, many } = setUp(module);
      many(5);
      let found = 0;
      for (let step = 0; step < 20; step += 1) {
        clock.time += 100;
        if (take('a').allowed) found += 1;
      }
      assert.equal(found, 4, `In two seconds, asking every 100 ms, 4 tokens come. Allowed: ${found}.`);
    },
  },
  {
    name: 'Clients have buckets of their own',
    run({ module, assert }) {
      const { many } = setUp(module);
      many(8, 'a');
      const found = many(5, 'b');
      assert.equal(found, 5, `Client a emptied its own bucket. Client b should still get 5. Allowed: ${found}.`);
    },
  },
  {
    name: 'A refusal says how long to wait',
    run({ module, assert }) {
      const { take, many, clock } = setUp(module, { rate: 0.4 });
      many(5);
      assert.equal(take('a').retryAfter, 3, `At 0.4 tokens per second the next one takes 2.5 seconds, rounded up 3. Found ${take('a').retryAfter}.`);
      clock.time += 2000;
      const { retryAfter } = take('a');
      assert.equal(retryAfter, 1, `Two seconds later, half a second is left, rounded up 1. Found ${retryAfter}.`);
    },
  },
];
