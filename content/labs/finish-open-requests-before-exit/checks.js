const turns = async (count = 20) => {
  for (let i = 0; i < count; i += 1) await Promise.resolve();
};
const gate = () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};

function make(module, { close = [], limit = 10_000 } = {}) {
  const asked = [];
  const timer = gate();
  const sleep = (milliseconds) => {
    asked.push(milliseconds);
    return timer.promise;
  };
  return { app: module.createLifecycle({ sleep, limit, close }), asked, timer };
}

/** Whether a promise has settled after a while. */
async function settled(promise) {
  let done = false;
  promise.then(() => (done = true), () => (done = true));
  await turns();
  return done;
}

export default [
  {
    name: 'Requests are handled, and errors reach the caller',
    async run({ module, assert }) {
      const { app } = make(module);
      const result = await app.handle(async () => 'ok');
      assert.equal(result, 'ok', `handle should give the result of the work. Found ${JSON.stringify(result)}.`);
      let found;
      try { await app.handle(async () => { throw new Error('broken'); }); } catch (error) { found = error; }
      assert.equal(found?.message, 'broken', `The error of the work should reach the caller. Found ${JSON.stringify(found?.message)}.`);
      assert.equal(app.isReady(), true, 'Before the shutdown the app is ready.');
    },
  },
  {
    name: 'New requests are turned away from the first moment on',
    async run({ module, assert }) {
      const { app } = make(module);
      let called = false;
      app.shutDown();
      assert.equal(app.isReady(), false, 'Once the shutdown has begun, isReady() should be false.');
      const answer = await app.handle(async () => { called = true; });
      assert.equal(answer, '503', `Expected '503', found ${answer}.`);
      assert.equal(called, false, 'The work of a new request was started during the shutdown.');
    },
  },
  {
    name: 'Open requests end before anything is closed',
    async run({ module, assert }) {
      const steps = [];
      const { app, asked } = make(module, { close: [async () => steps.push('closed')] });
      const [a, b] = [gate(), gate()];
      const first = app.handle(() => a.promise.then(() => steps.push('a')));
      const second = app.handle(() => b.promise.then(() => { steps.push('b'); throw new Error('b failed'); })).catch(() => {});
      const end = app.shutDown();
      assert.equal(await settled(end), false, 'Two requests are open, and the shutdown is over already.');
      assert.deepEqual(asked, [10_000], `It should wait at most sleep(10000), found sleep(${asked.join('), sleep(')}).`);
      a.resolve();
      await turns();
      assert.deepEqual(steps, ['a'], `One request is still open, found the steps ${steps.join(', ')}.`);
      b.resolve();
      await Promise.all([first, second]);
      const result = await end;
      assert.deepEqual(steps, ['a', 'b', 'closed'], `Expected a, b, closed. Found ${steps.join(', ')}.`);
      assert.equal(result.unfinished, 0, `All requests ended, found unfinished ${result.unfinished}.`);
    },
  },
  {
    name: 'One open request is waited for',
    async run({ module, assert }) {
      const { app, asked, timer } = make(module, { limit: 250 });
      const work = gate();
      const answer = app.handle(() => work.promise);
      const end = app.shutDown();
      assert.equal(await settled(end), false, 'One request is open, and the shutdown is over already.');
      assert.deepEqual(asked, [250], `It should wait at most sleep(250), found sleep(${asked.join('), sleep(')}).`);
      work.resolve('late');
      assert.equal(await answer, 'late', 'A request that was open when the shutdown began should get its result.');
      const { unfinished, errors } = await end;
      assert.deepEqual([unfinished, errors], [0, []], `Nothing was left and nothing failed, found ${JSON.stringify({ unfinished, errors })}.`);
      timer.resolve();
    },
  },
  {
    name: 'Without open requests nothing is waited for',
    async run({ module, assert }) {
      const { app } = make(module);
      await app.handle(async () => 'ok');
      const end = app.shutDown();
      assert.equal(await settled(end), true, 'No request is open, so there is nothing to wait for.');
    },
  },
  {
    name: 'After the limit the shutdown goes on and says what was left',
    async run({ module, assert }) {
      let closed = false;
      const { app, timer } = make(module, { close: [async () => (closed = true)], limit: 500 });
      app.handle(() => new Promise(() => {}));
      app.handle(() => new Promise(() => {}));
      const end = app.shutDown();
      await turns();
      assert.equal(closed, false, 'It was closed before the limit.');
      timer.resolve();
      assert.equal(await settled(end), true, 'After the limit the shutdown should go on.');
      const { unfinished } = await end;
      assert.equal(unfinished, 2, `Two requests were still open, found ${unfinished}.`);
      assert.equal(closed, true, 'The connections should be closed after the limit too.');
    },
  },
  {
    name: 'A request that ends during the closing counts as unfinished',
    async run({ module, assert }) {
      const work = gate();
      const { app, timer } = make(module, { close: [async () => { work.resolve(); await turns(); }] });
      app.handle(() => work.promise);
      const end = app.shutDown();
      timer.resolve();
      const { unfinished } = await end;
      assert.equal(unfinished, 1, `One request was open at the limit, and ended while things were closed: expected unfinished 1, found ${unfinished}.`);
    },
  },
  {
    name: 'Everything is closed in reverse order, one after the other',
    async run({ module, assert }) {
      const steps = [];
      const step = (name) => async () => {
        steps.push(`${name} begins`);
        await turns(5);
        steps.push(`${name} ends`);
      };
      const close = [step('database'), step('queue'), step('server')];
      const before = [...close];
      const { app } = make(module, { close });
      await app.shutDown();
      const expected = ['server', 'queue', 'database'].flatMap((name) => [`${name} begins`, `${name} ends`]);
      assert.deepEqual(steps, expected, `Expected ${expected.join(', ')}. Found ${steps.join(', ')}.`);
      assert.deepEqual(close, before, 'The list close should stay as it is, and its order has changed.');
    },
  },
  {
    name: 'A close that fails does not keep the others open',
    async run({ module, assert }) {
      const closed = [];
      const fail = async () => { throw new Error('queue is gone'); };
      const other = async () => { throw new Error('mail is gone'); };
      const two = await make(module, { close: [fail, async () => closed.push('cache'), other] }).app.shutDown();
      assert.deepEqual(two.errors.map(({ message }) => message), ['mail is gone', 'queue is gone'], `Two functions failed, mail first: found the errors ${two.errors.map(({ message }) => message).join(', ')}.`);
      assert.deepEqual(closed.splice(0), ['cache'], 'Two of three functions failed, and the third should be called.');
      const { app } = make(module, { close: [async () => closed.push('database'), fail, async () => closed.push('server')] });
      const result = await app.shutDown();
      assert.deepEqual(closed, ['server', 'database'], `Expected server and database to be closed, found ${closed.join(', ')}.`);
      assert.deepEqual(result.errors.map(({ message }) => message), ['queue is gone'], `Expected one error, found ${result.errors.length}.`);
    },
  },
  {
    name: "A second signal doesn't start the shutdown again",
    async run({ module, assert }) {
      let closed = 0;
      const { app } = make(module, { close: [async () => (closed += 1)] });
      const [first, second] = [app.shutDown(), app.shutDown()];
      assert.equal(first, second, 'The second call should return the promise of the first.');
      await first;
      app.shutDown();
      await turns();
      assert.equal(closed, 1, `Expected one close, found ${closed}.`);
    },
  },
];
