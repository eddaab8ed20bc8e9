/** As the task says it, in whole thousandths of a token, so that it is exact. */
function reference({ capacity, rate, now }) {
  const buckets = new Map();
  return (client) => {
    const at = now();
    const bucket = buckets.get(client) ?? { held: capacity * 1000, at };
    const held = Math.min(capacity * 1000, bucket.held + (at - bucket.at) * rate);
    buckets.set(client, { held: held >= 1000 ? held - 1000 : held, at });
    return held >= 1000 ? { allowed: true } : { allowed: false, retryAfter: Math.ceil((1000 - held) / rate / 1000) };
  };
}

/** Numbers below the limit that are the same in every run. */
function numbers(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * limit);
  };
}

const shown = (value) => JSON.stringify(value) ?? 'undefined';

function setUp({ module, assert }, options = {}) {
  const clock = { time: 1_000_000 };
  const limiter = module.createLimiter({ capacity: 5, rate: 2, now: () => clock.time, ...options });
  assert.equal(typeof limiter, 'function', `createLimiter should return a function, take. Found ${shown(limiter)}.`);
  const take = (client) => {
    const found = limiter(client);
    const isAnswer = typeof found?.allowed === 'boolean';
    assert.ok(isAnswer, `take('${client}') should return an object with allowed, true or false. Found ${shown(found)}.`);
    return found;
  };
  const many = (count, client = 'a') => Array.from({ length: count }, () => take(client).allowed).filter(Boolean).length;
  return { clock, take, many };
}

export default [
  {
    name: 'A full bucket allows a burst, and no more',
    run(context) {
      for (const capacity of [5, 1, 12]) {
        const found = setUp(context, { capacity }).many(20);
        context.assert.equal(found, capacity, `Of 20 requests at once, ${capacity} fit into a bucket of ${capacity}. Allowed: ${found}.`);
      }
    },
  },
  {
    name: 'Tokens come back at the steady rate',
    run(context) {
      for (const [rate, milliseconds, count] of [[2, 1000, 2], [2, 499, 0], [2, 500, 1], [8, 375, 3], [0.5, 2000, 1], [0.5, 1900, 0]]) {
        const { clock, many } = setUp(context, { rate });
        many(5);
        clock.time += milliseconds;
        const found = many(5);
        context.assert.equal(found, count, `The bucket was emptied. After ${milliseconds} ms at ${rate} tokens per second, ${count} requests should pass. Allowed: ${found}.`);
      }
    },
  },
  {
    name: 'The bucket never holds more than its capacity',
    run(context) {
      const { clock, many } = setUp(context);
      many(5);
      clock.time += 3_600_000;
      const found = many(20);
      context.assert.equal(found, 5, `After a quiet hour the bucket is full, which is 5 and not 7,200. Allowed: ${found}.`);
      clock.time += 2_600;
      const again = many(20);
      context.assert.equal(again, 5, `2.6 seconds later it is full again. Allowed: ${again}.`);
    },
  },
  {
    name: 'Parts of a token add up',
    run(context) {
      const { clock, take, many } = setUp(context);
      many(5);
      let found = 0;
      for (let step = 0; step < 20; step += 1) {
        clock.time += 125;
        if (take('a').allowed) found += 1;
      }
      context.assert.equal(found, 5, `In 2.5 seconds, asking every 125 ms, 5 tokens come. Allowed: ${found}.`);
    },
  },
  {
    name: 'Each client has its own bucket',
    run(context) {
      const { many } = setUp(context);
      many(8, 'a');
      for (const client of ['b', 'c', 'constructor']) {
        const found = many(8, client);
        context.assert.equal(found, 5, `Client a emptied its own bucket. Client ${client} should still get 5. Allowed: ${found}.`);
      }
      const found = setUp(context).many(8);
      context.assert.equal(found, 5, `Another limiter has its own buckets: client a should get 5. Allowed: ${found}.`);
    },
  },
  {
    name: 'A refusal says how long to wait',
    run(context) {
      const { take, many, clock } = setUp(context, { rate: 0.25 });
      many(5);
      for (const [later, seconds, why] of [[0, 4, '4 seconds are left'], [0, 4, 'a refused request takes nothing, so it is still 4'], [1500, 3, '2.5 seconds are left, rounded up 3'], [500, 2, 'exactly 2 seconds are left'], [1500, 1, 'half a second is left, rounded up 1']]) {
        clock.time += later;
        const { allowed, retryAfter } = take('a');
        context.assert.equal(allowed, false, `At 0.25 tokens per second, ${why}: the request should be refused.`);
        context.assert.equal(retryAfter, seconds, `At 0.25 tokens per second, ${why}. Found ${retryAfter}.`);
      }
      clock.time += 1000;
      context.assert.equal(take('a').allowed, true, 'After the time that retryAfter told, a request should be allowed.');
    },
  },
  {
    name: 'A long series of requests gets the right answers',
    run(context) {
      for (const [seed, capacity, rate] of [[1, 5, 2], [2, 1, 4], [3, 3, 0.5], [4, 8, 16]]) {
        const { clock, take } = setUp(context, { capacity, rate });
        const expect = reference({ capacity, rate, now: () => clock.time });
        const next = numbers(seed);
        for (let count = 1; count <= 150; count += 1) {
          clock.time += next(3) === 0 ? next(2000 / rate) * 125 % 4000 : 0;
          const client = 'ab'[next(2)];
          const [expected, found] = [expect(client), take(client)];
          context.assert.deepEqual(
            found,
            expected,
            `capacity ${capacity}, rate ${rate}: at ${clock.time - 1_000_000} ms, request ${count} came, from ${client}. Expected ${shown(expected)}, found ${shown(found)}.`,
          );
        }
      }
    },
  },
];
