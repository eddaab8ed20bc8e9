function setUp(module) {
  const state = { time: 0, calls: 0, isDown: true, wait: undefined };
  const invoke = module.createBreaker(
    async (value) => {
      state.calls += 1;
      if (state.wait) await state.wait;
      if (state.isDown) throw new Error('down');
      return `about ${value}`;
    },
    { threshold: 3, openFor: 10_000, now: () => state.time },
  );
  const attempt = (value = 'tea') => invoke(value).catch((error) => error.code ?? error.message);
  return { state, attempt };
}

async function opened(module) {
  const all = setUp(module);
  for (let n = 0; n < 3; n += 1) await all.attempt();
  return all;
}

export default [
  {
    name: 'While all is well, calls go through',
    async run({ module, assert }) {
      const { state, attempt } = setUp(module);
      state.isDown = false;
      const found = await attempt('cups');
      assert.equal(found, 'about cups', `Expected what the call returned, found ${found}.`);
    },
  },
  {
    name: 'After three failures in a row nothing is called any more',
    async run({ module, assert }) {
      const { state, attempt } = await opened(module);
      const found = await attempt();
      assert.equal(found, 'CIRCUIT_OPEN', `The fourth call should be refused with the code CIRCUIT_OPEN. Found ${found}.`);
      assert.equal(state.calls, 3, `The service should have been called 3 times, found ${state.calls}.`);
    },
  },
  {
    name: 'A success in between starts the count again',
    async run({ module, assert }) {
      const { state, attempt } = setUp(module);
      for (const isDown of [true, true, false, true, true]) {
        state.isDown = isDown;
        await attempt();
      }
      state.isDown = false;
      const found = await attempt();
      assert.equal(found, 'about tea', `There were never three failures in a row, so the call should go through. Found ${found}.`);
    },
  },
  {
    name: 'When the time is over, a good trial closes the circuit',
    async run({ module, assert }) {
      const { state, attempt } = await opened(module);
      state.time = 10_000;
      state.isDown = false;
      const found = [await attempt(), await attempt()].join(', ');
      assert.equal(found, 'about tea, about tea', `The service is back: expected two answers, found ${found}.`);
    },
  },
  {
    name: 'A failed trial opens the circuit for the whole time again',
    async run({ module, assert }) {
      const { state, attempt } = await opened(module);
      state.time = 10_000;
      await attempt();
      state.time = 19_999;
      const found = await attempt();
      assert.equal(found, 'CIRCUIT_OPEN', `The trial at 10 s failed, so calls are refused until 20 s. At 19.999 s: found ${found}.`);
      assert.equal(state.calls, 4, `Three calls and one trial are 4, found ${state.calls}.`);
    },
  },
  {
    name: 'Only one trial is under way',
    async run({ module, assert }) {
      const { state, attempt } = await opened(module);
      state.time = 10_000;
      state.isDown = false;
      state.wait = Promise.resolve();
      const found = (await Promise.all([attempt(), attempt(), attempt()])).join(', ');
      assert.equal(found, 'about tea, CIRCUIT_OPEN, CIRCUIT_OPEN', `Three calls at once: one is the trial, the others are refused. Found ${found}.`);
    },
  },
];
