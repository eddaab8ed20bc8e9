function setUp(module) {
  const state = { time: 0, calls: [], waiting: [] };
  const get = module.createLoader(
    (key) => {
      state.calls.push(key);
      return new Promise((resolve, reject) => state.waiting.push({ key, resolve, reject }));
    },
    { maxAge: 60_000, now: () => state.time },
  );
  const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
  const settle = async (how) => {
    await turn();
    for (const each of state.waiting.splice(0)) how(each);
    await turn();
  };
  return { state, get, settle };
}
const succeed = ({ key, resolve }) => resolve(`value of ${key}`);

export default [
  {
    name: 'A value is loaded and then cached',
    async run({ module, assert }) {
      const { state, get, settle } = setUp(module);
      const first = get('home');
      await settle(succeed);
      const loaded = await first;
      assert.equal(loaded, 'value of home', `get should give what load gave. Found ${JSON.stringify(loaded)}.`);
      const cached = await get('home');
      assert.equal(cached, 'value of home', `The second get should come from the cache. Found ${JSON.stringify(cached)}.`);
      assert.equal(state.calls.length, 1, `load should have been called once, found ${state.calls.length}.`);
    },
  },
  {
    name: 'Many callers at once share one load',
    async run({ module, assert }) {
      const { state, get, settle } = setUp(module);
      const all = Array.from({ length: 50 }, () => get('home'));
      await settle(succeed);
      const values = new Set(await Promise.all(all));
      assert.equal(values.size, 1, `All callers should get the same value, found ${values.size} different ones.`);
      assert.equal(state.calls.length, 1, `50 callers at once should cause 1 load, found ${state.calls.length}.`);
    },
  },
  {
    name: 'An expired value is loaded again, by one caller',
    async run({ module, assert }) {
      const { state, get, settle } = setUp(module);
      get('home');
      await settle(succeed);
      state.time = 60_000;
      const all = [get('home'), get('home')];
      await settle(({ resolve }) => resolve('new value of home'));
      const found = await Promise.all(all);
      assert.deepEqual(found, ['new value of home', 'new value of home'], `The value expired, and two callers asked for it: both should wait for the new value. Found ${found.join(' and ')}.`);
      assert.equal(state.calls.length, 2, `After a minute one more load is needed, so 2 in all. Found ${state.calls.length}.`);
    },
  },
  {
    name: 'The age counts from when the value was loaded',
    async run({ module, assert }) {
      const { state, get, settle } = setUp(module);
      const first = get('home');
      state.time = 30_000;
      await settle(succeed);
      await first;
      state.time = 80_000;
      get('home');
      await settle(succeed);
      assert.equal(state.calls.length, 1, `It was loaded at 30 s, so at 80 s it is 50 s old and still good. Loads: ${state.calls.length}.`);
    },
  },
  {
    name: 'Reading does not make a value younger',
    async run({ module, assert }) {
      const { state, get, settle } = setUp(module);
      get('home');
      await settle(succeed);
      for (const time of [30_000, 59_999, 60_000]) {
        state.time = time;
        get('home');
        await settle(succeed);
        const expected = time < 60_000 ? 1 : 2;
        assert.equal(state.calls.length, expected, `It was loaded at 0 s and read every now and then, the last time at ${time / 1000} s: expected ${expected} loads, found ${state.calls.length}.`);
      }
    },
  },
  {
    name: 'An error reaches everyone who waits and is not kept',
    async run({ module, assert }) {
      const { state, get, settle } = setUp(module);
      const all = [get('home'), get('home')].map((promise) => promise.catch((error) => error.message));
      await settle(({ reject }) => reject(new Error('database is down')));
      const errors = await Promise.all(all);
      assert.deepEqual(errors, ['database is down', 'database is down'], `Both callers should get the error. Found ${JSON.stringify(errors)}.`);
      const next = get('home');
      await settle(succeed);
      const again = await next;
      assert.equal(again, 'value of home', `The next caller should try again. Found ${JSON.stringify(again)}.`);
      assert.equal(state.calls.length, 2, `Expected 2 loads, found ${state.calls.length}.`);
      state.time = 60_000;
      const late = get('home').catch((error) => error.message);
      await settle(({ reject }) => reject(new Error('database is down')));
      assert.equal(await late, 'database is down', `The value expired, and loading it again failed: expected the error, found ${await late}.`);
    },
  },
  {
    name: 'Different keys are loaded side by side',
    async run({ module, assert }) {
      const { state, get, settle } = setUp(module);
      const all = Promise.all([get('home'), get('news')]);
      await settle(succeed);
      const values = await all;
      assert.deepEqual(values, ['value of home', 'value of news'], `Each key has its own value. Found ${JSON.stringify(values)}.`);
      assert.equal(state.calls.join(), 'home,news', `Both should be in progress at once. Calls: ${state.calls.join()}.`);
      const numbers = [1, '1', 'constructor'].map(get);
      await settle(({ key, resolve }) => resolve(typeof key));
      const types = await Promise.all(numbers);
      assert.deepEqual(types, ['number', 'string', 'string'], `The number 1 and the string "1" are different keys: expected number, string and string, found ${types.join(', ')}.`);
    },
  },
  {
    name: 'Any value is cached, even an empty one',
    async run({ module, assert }) {
      for (const value of [undefined, null, 0, '', false]) {
        const { state, get, settle } = setUp(module);
        const first = get('home');
        await settle(({ resolve }) => resolve(value));
        state.time = 59_999;
        const second = get('home');
        await settle(succeed);
        assert.deepEqual([await first, await second], [value, value], `load gave ${value}: both calls should get it, found ${await second}.`);
        assert.equal(state.calls.length, 1, `load gave ${value}, which is 59.999 s old and good. Loads: ${state.calls.length}.`);
      }
    },
  },
];
