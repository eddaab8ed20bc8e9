function setUp(module, { threshold = 3, openFor = 10_000 } = {}) {
  const state = { time: 0, calls: 0, isDown: true, wait: undefined };
  const invoke = module.createBreaker(
    async (value, ...more) => {
      state.calls += 1;
      if (state.wait) await state.wait;
      if (state.isDown) throw new Error('down');
      return ['about', value, ...more].join(' ');
    },
    { threshold, openFor, now: () => state.time },
  );
  const attempt = (...values) => invoke(...(values.length > 0 ? values : ['tea'])).catch((error) => error.code ?? error.message);
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
      const more = await attempt('tea', 'and', 'cups');
      assert.equal(more, 'about tea and cups', `call should get all arguments: expected "about tea and cups", found "${more}".`);
    },
  },
  {
    name: 'After three failures in a row, nothing is called anymore',
    async run({ module, assert }) {
      const { state, attempt } = await opened(module);
      const found = await attempt();
      assert.equal(found, 'CIRCUIT_OPEN', `The fourth call should be refused with the code CIRCUIT_OPEN. Found ${found}.`);
      assert.equal(state.calls, 3, `The service should have been called 3 times, found ${state.calls}.`);
    },
  },
  {
    name: 'Until it opens, each failure reaches the caller',
    async run({ module, assert }) {
      for (const threshold of [1, 2, 5]) {
        const { state, attempt } = setUp(module, { threshold });
        for (let n = 1; n <= threshold; n += 1) {
          const found = await attempt();
          assert.equal(found, 'down', `The threshold is ${threshold}: failure ${n} should throw the error of the call, "down". Found ${found}.`);
        }
        const found = await attempt();
        assert.equal(found, 'CIRCUIT_OPEN', `The threshold is ${threshold}, and after that many failures the circuit should be open. Found ${found}.`);
        assert.equal(state.calls, threshold, `The service should have been called ${threshold} times, found ${state.calls}.`);
      }
    },
  },
  {
    name: 'It stays open for the whole time',
    async run({ module, assert }) {
      for (const openFor of [10_000, 500]) {
        const { state, attempt } = setUp(module, { openFor });
        state.time = 70_000;
        for (let n = 0; n < 3; n += 1) await attempt();
        state.isDown = false;
        state.time += openFor - 1;
        const early = await attempt();
        assert.equal(early, 'CIRCUIT_OPEN', `It is open for ${openFor} ms, and a call came 1 ms before. Found ${early}.`);
        state.time += 1;
        const found = await attempt();
        assert.equal(found, 'about tea', `It was open for ${openFor} ms, so a trial goes through. Found ${found}.`);
      }
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
      const both = (await Promise.all([attempt(), attempt()])).join(', ');
      assert.equal(both, 'about tea, about tea', `The circuit is closed, so two calls at once both go through. Found ${both}.`);
      state.isDown = true;
      await attempt();
      await attempt();
      state.isDown = false;
      const later = await attempt();
      assert.equal(later, 'about tea', `After the trial only two calls failed in a row, so the circuit is still closed. Found ${later}.`);
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
      state.time = 20_000;
      const failed = await attempt();
      assert.equal(failed, 'down', `At 20 s another trial goes through, and its error reaches the caller. Found ${failed}.`);
      state.time = 30_000;
      state.isDown = false;
      const good = await attempt();
      assert.equal(good, 'about tea', `At 30 s the third trial should go through and close the circuit. Found ${good}.`);
    },
  },
  {
    name: 'A good trial starts the count again',
    async run({ module, assert }) {
      const { state, attempt } = await opened(module);
      state.time = 10_000;
      for (const isDown of [false, true, true]) {
        state.isDown = isDown;
        await attempt();
      }
      state.isDown = false;
      const found = await attempt();
      assert.equal(found, 'about tea', `The trial was good, and then two calls failed, of three that open the circuit: expected the answer, found ${found}.`);
    },
  },
  {
    name: "Empty answers aren't failures",
    async run({ module, assert }) {
      const answers = [undefined, 0, '', false, null];
      const invoke = module.createBreaker(async () => answers.shift(), { threshold: 2, openFor: 1000, now: () => 0 });
      for (const expected of [...answers]) {
        const found = await invoke().catch((error) => error);
        assert.equal(found, expected, `call returned ${JSON.stringify(expected)}, which is no error: expected that, found ${found}.`);
      }
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
  {
    name: "A call from before the opening doesn't change the circuit",
    async run({ module, assert }) {
      for (const late of ['resolve', 'reject']) {
        let time = 0;
        const calls = [];
        const invoke = module.createBreaker(() => new Promise((resolve, reject) => calls.push({ resolve, reject })), { threshold: 1, openFor: 1000, now: () => time });
        const attempt = () => invoke().catch((error) => error.code ?? error.message);
        const slow = attempt();
        const failing = attempt();
        const slower = attempt();
        calls[1].reject(new Error('down'));
        await failing;
        time = 500;
        calls[0][late](new Error('late'));
        await slow;
        const what = `Three calls began, one failed at 0 ms, which opened the circuit for 1000 ms, and another ${late === 'resolve' ? 'succeeded' : 'failed'} at 500 ms.`;
        attempt();
        await new Promise((resolve) => setTimeout(resolve, 1));
        assert.equal(calls.length, 3, `${what} At 500 ms, another call should still be refused.`);
        time = 1000;
        attempt();
        await new Promise((resolve) => setTimeout(resolve, 1));
        assert.equal(calls.length, 4, `${what} At 1000 ms, a trial should go through.`);
        calls[2][late](new Error('later'));
        await slower;
        attempt();
        await new Promise((resolve) => setTimeout(resolve, 1));
        assert.equal(calls.length, 4, `${what} During the trial, the third one ended too. The next call should still be refused, because the trial is running.`);
      }
    },
  },
];
