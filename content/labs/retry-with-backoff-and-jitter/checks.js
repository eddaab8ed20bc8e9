import { inspect } from 'node:util';

function setUp(failures, { random = () => 1, attempts = 6 } = {}) {
  const waits = [];
  let calls = 0;
  const call = async () => {
    calls += 1;
    const failure = failures[calls - 1];
    if (failure) throw failure;
    return `answer ${calls}`;
  };
  const options = {
    attempts,
    base: 100,
    cap: 1000,
    random,
    sleep: async (ms) => void waits.push(ms),
    isTemporary: (error) => error.status >= 500,
  };
  return { call, options, waits, calls: () => calls };
}
const busy = (status = 503) => Object.assign(new Error(`Status ${status}`), { status });
const times = (count) => Array.from({ length: count }, () => busy());

export default [
  {
    name: 'A success is returned at once',
    async run({ module, assert }) {
      const { call, options, waits } = setUp([]);
      const found = await module.retry(call, options);
      assert.equal(found, 'answer 1', `Expected what the call returned, "answer 1". Found ${inspect(found)}.`);
      assert.equal(waits.length, 0, 'Nothing failed, so there is nothing to wait for.');
      for (const value of [0, '', false, null, undefined]) {
        let calls = 0;
        const given = await module.retry(async () => { calls += 1; return value; }, options);
        assert.deepEqual([given, calls], [value, 1], `The call returned ${JSON.stringify(value)}, which is a success: expected that after 1 call, found ${JSON.stringify(given)} after ${calls}.`);
      }
    },
  },
  {
    name: 'The next call comes when the wait is over',
    async run({ module, assert }) {
      const steps = [];
      const { call, options } = setUp(times(2));
      const sleep = async () => {
        steps.push('wait');
        await new Promise((resolve) => setTimeout(resolve, 2));
        steps.push('end of wait');
      };
      await module.retry(() => { steps.push('call'); return call(); }, { ...options, sleep });
      const expected = 'call, wait, end of wait, call, wait, end of wait, call';
      assert.equal(steps.join(', '), expected, `Two calls fail and the third succeeds: expected ${expected}, found ${steps.join(', ')}.`);
    },
  },
  {
    name: 'Waits double up to the cap',
    async run({ module, assert }) {
      const { call, options, waits } = setUp(times(5));
      await module.retry(call, options);
      const found = waits.join(', ');
      assert.equal(found, '100, 200, 400, 800, 1000', `With random() = 1 the waits should be 100, 200, 400, 800, 1000. Found ${found || 'none'}.`);
    },
  },
  {
    name: 'Each wait is a random part of the longest',
    async run({ module, assert }) {
      const values = [0, 0.25, 0.5];
      const { call, options, waits } = setUp(times(3), { random: () => values.shift() });
      await module.retry(call, options);
      const found = waits.join(', ');
      assert.equal(found, '0, 50, 200', `0 of 100, a quarter of 200 and half of 400 are 0, 50 and 200. Found ${found || 'none'}.`);
      const half = setUp(times(5), { random: () => 0.505 });
      await module.retry(half.call, half.options);
      assert.equal(half.waits.map((wait) => wait.toFixed(1)).join(', '), '50.5, 101.0, 202.0, 404.0, 505.0', `With random() = 0.505 the waits should be 50.5, 101, 202, 404 and, as 1000 is the most, 505. Found ${half.waits.join(', ') || 'none'}.`);
    },
  },
  {
    name: 'An error that is not temporary is thrown at once',
    async run({ module, assert }) {
      const failure = busy(400);
      const { call, options, calls } = setUp([failure]);
      const error = await module.retry(call, options).catch((caught) => caught);
      assert.equal(error?.status, 400, `Status 400 stays 400 however often you ask. Expected that error, found ${error?.message ?? error}.`);
      assert.ok(error === failure, 'Throw the error of the call itself. Found another error with the same status.');
      assert.equal(calls(), 1, `It should be called once, found ${calls()} calls.`);
      const later = setUp([busy(), busy(404)]);
      const second = await module.retry(later.call, later.options).catch((caught) => caught);
      assert.equal(second?.status, 404, `The second call failed with 404, which isn't temporary: expected that error, found ${second?.message ?? second}.`);
      assert.equal(later.calls(), 2, `It should be called twice, found ${later.calls()} calls.`);
    },
  },
  {
    name: 'After the last attempt its error is thrown, without a wait',
    async run({ module, assert }) {
      const last = busy(504);
      const { call, options, calls, waits } = setUp([busy(), busy(), last], { attempts: 3 });
      const error = await module.retry(call, options).catch((caught) => caught);
      assert.equal(error?.status, 504, `All 3 attempts failed: expected the last error, 504. Found ${error?.message ?? error}.`);
      assert.ok(error === last, 'Throw the error of the last call itself. Found another error with the same status.');
      assert.equal(calls(), 3, `Expected 3 calls, found ${calls()}.`);
      assert.equal(waits.length, 2, `Between 3 attempts there are 2 waits. Found ${waits.length}.`);
      const once = setUp([busy()], { attempts: 1 });
      const only = await module.retry(once.call, once.options).catch((caught) => caught);
      assert.equal(once.calls(), 1, `With attempts: 1 there is no retry: expected 1 call, found ${once.calls()}.`);
      assert.equal(only?.status, 503, `With attempts: 1 the first error is thrown: expected 503, found ${only?.message ?? only}.`);
    },
  },
];
