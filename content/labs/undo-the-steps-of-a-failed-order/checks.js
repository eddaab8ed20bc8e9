function setUp({ failing, undoFails = [] } = {}) {
  const log = [];
  const failure = new Error(`${failing} failed`);
  const steps = ['reserve', 'pay', 'ship'].map((name) => ({
    name,
    run: async () => {
      log.push(`start ${name}`);
      await null;
      if (name === failing) throw failure;
      log.push(name);
      return `${name}-7`;
    },
    undo: async (result) => {
      await null;
      log.push(`undo ${result}`);
      if (undoFails.includes(name)) throw new Error('cannot undo');
      await null;
      log.push(`end of ${result}`);
    },
  }));
  return { steps, log, failure };
}

export default [
  {
    name: 'When all goes well, every result is returned',
    async run({ module, assert }) {
      const found = await module.runSaga(setUp().steps);
      assert.deepEqual(found, { status: 'done', results: ['reserve-7', 'pay-7', 'ship-7'] }, `Expected the status done and three results, found ${JSON.stringify(found)}.`);
    },
  },
  {
    name: 'Results may be of any kind',
    async run({ module, assert }) {
      const results = [0, undefined, '', { error: 'none', e: 1 }, null];
      const undone = [];
      const steps = results.map((result, at) => ({ name: `step ${at}`, run: async () => result, undo: async (value) => void undone.push(value) }));
      const found = await module.runSaga(steps);
      assert.deepEqual(found, { status: 'done', results }, `Five steps returned 0, undefined, an empty text, an object and null: expected these results, found ${JSON.stringify(found)}.`);
      const failing = { name: 'last', run: async () => { throw new Error('no'); }, undo: async () => {} };
      await module.runSaga([...steps, failing]);
      assert.deepEqual(undone, results.toReversed(), `Then a sixth step failed, and the five should be undone with what they returned, the last one first. Found ${JSON.stringify(undone)}.`);
    },
  },
  {
    name: 'Steps run one after the other',
    async run({ module, assert }) {
      const { steps, log } = setUp();
      await module.runSaga(steps);
      assert.equal(log.join(', '), 'start reserve, reserve, start pay, pay, start ship, ship', `Nothing may be paid before the goods are reserved. Found: ${log.join(', ')}.`);
    },
  },
  {
    name: 'Finished steps are undone, the last one first',
    async run({ module, assert }) {
      const { steps, log, failure } = setUp({ failing: 'ship' });
      const found = await module.runSaga(steps).catch((error) => error);
      assert.equal(found?.status, 'undone', `Shipping failed: expected the status undone, found ${JSON.stringify(found)}.`);
      assert.equal(found.failed, 'ship', `The step that failed is ship, found ${found.failed}.`);
      assert.equal(found.error, failure, `The step's error should be returned as it is, found ${found.error}.`);
      assert.deepEqual(Object.keys(found).sort(), ['error', 'failed', 'status'], `Expected status, failed and error, found ${Object.keys(found).join(', ')}.`);
      const undone = log.filter((line) => /^(undo|end of)/.test(line)).join(', ');
      const expected = 'undo pay-7, end of pay-7, undo reserve-7, end of reserve-7';
      assert.equal(undone, expected, `Each undo should end before the next begins: expected ${expected}, found ${undone || 'nothing'}.`);
    },
  },
  {
    name: 'After a failure no later step runs',
    async run({ module, assert }) {
      const { steps, log } = setUp({ failing: 'pay' });
      await module.runSaga(steps).catch(() => {});
      assert.ok(!log.includes('start ship'), 'Payment failed, but the parcel was booked anyway.');
      const undone = log.filter((line) => line.startsWith('undo')).join(', ');
      assert.equal(undone, 'undo reserve-7', `Only the reservation was finished: expected undo reserve-7, found ${undone || 'nothing'}.`);
    },
  },
  {
    name: 'A failed undo does not stop the others, and is reported',
    async run({ module, assert }) {
      const { steps, log } = setUp({ failing: 'ship', undoFails: ['pay'] });
      const found = await module.runSaga(steps).catch((error) => error);
      assert.ok(log.includes('undo reserve-7'), 'The payment could not be undone; the reservation still should be.');
      assert.equal(found.status, 'stuck', `Expected the status stuck, found ${JSON.stringify(found)}.`);
      assert.deepEqual(found.left, ['pay'], `The payment is left, found ${JSON.stringify(found.left)}.`);
      assert.equal(found.error?.message, 'ship failed', 'The first error is the one that matters, not that of the undo.');
    },
  },
  {
    name: 'What could not be undone is named in the order of the attempts',
    async run({ module, assert }) {
      const { steps, log } = setUp({ failing: 'ship', undoFails: ['pay', 'reserve'] });
      const found = await module.runSaga(steps).catch((error) => error);
      assert.deepEqual(found.left, ['pay', 'reserve'], `Both undos failed, that of pay first: expected pay, reserve, found ${JSON.stringify(found.left)}.`);
      assert.equal(found.failed, 'ship', `The step that failed is ship, found ${found.failed}.`);
      assert.deepEqual(log.filter((line) => line.startsWith('undo')), ['undo pay-7', 'undo reserve-7'], `Each undo should be tried once, found ${log.join(', ')}.`);
      const only = await module.runSaga(setUp({ failing: 'pay', undoFails: ['reserve', 'ship'] }).steps).catch((error) => error);
      assert.deepEqual(only.left, ['reserve'], `Only reserve had finished when pay failed: expected reserve, found ${JSON.stringify(only.left)}.`);
      const nothing = await module.runSaga([]);
      assert.deepEqual(nothing, { status: 'done', results: [] }, `Without steps everything is done. Found ${JSON.stringify(nothing)}.`);
    },
  },
  {
    name: 'A step fails with whatever it throws',
    async run({ module, assert }) {
      for (const thrown of [undefined, null, 0, 'sold out']) {
        const { steps, log } = setUp();
        steps[2].run = () => Promise.reject(thrown);
        const found = await module.runSaga(steps).catch((error) => error);
        assert.equal(found?.status, 'undone', `Shipping threw ${JSON.stringify(thrown)}: expected the status undone, found ${JSON.stringify(found)}.`);
        assert.equal(found.error, thrown, `Shipping threw ${JSON.stringify(thrown)}: expected it as the error, found ${JSON.stringify(found.error)}.`);
        assert.ok(log.includes('undo reserve-7'), `Shipping threw ${JSON.stringify(thrown)}, and the reservation was not undone.`);
      }
    },
  },
  {
    name: 'When the first step fails there is nothing to undo',
    async run({ module, assert }) {
      const { steps, log } = setUp({ failing: 'reserve' });
      const found = await module.runSaga(steps).catch((error) => error);
      assert.equal(found.status, 'undone', `Expected the status undone, found ${JSON.stringify(found)}.`);
      assert.ok(!log.some((line) => line.startsWith('undo')), 'Nothing was finished, so nothing should be undone.');
    },
  },
];
