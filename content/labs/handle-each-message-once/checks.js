function createDb({ failAt } = {}) {
  let stored = { balances: { ada: 100, bo: 50 }, seen: [] };
  let turn = Promise.resolve();
  let steps = 0;
  const log = [];
  const step = async (name) => {
    steps += 1;
    const isLost = steps === failAt;
    await null;
    if (isLost) throw new Error('connection lost');
    if (name) log.push(name);
  };
  const db = {
    log,
    balance: (account = 'ada') => stored.balances[account],
    transaction(fn) {
      const run = async () => {
        const copy = structuredClone(stored);
        const value = await fn({
          getBalance: async (account) => (await step(), copy.balances[account]),
          setBalance: async (account, value) => (await step(), void (copy.balances[account] = value)),
          hasSeen: async (id) => (await step(), copy.seen.includes(id)),
          markSeen: async (id) => (await step(), void copy.seen.push(id)),
        });
        if (JSON.stringify(copy) !== JSON.stringify(stored)) log.push('commit');
        stored = copy;
        return value;
      };
      const result = turn.then(run);
      turn = result.catch(() => {});
      return result;
    },
  };
  return db;
}
const message = { id: 'm1', account: 'ada', amount: 30 };

export default [
  {
    name: 'A message takes effect and is acknowledged',
    async run({ module, assert }) {
      const db = createDb();
      let acks = 0;
      await module.createWorker(db)(message, async () => (acks += 1));
      assert.equal(db.balance(), 70, `100 less 30 is 70. Found ${db.balance()}.`);
      assert.equal(acks, 1, `The message should be acknowledged once, found ${acks}.`);
    },
  },
  {
    name: 'Every message counts with its own amount',
    async run({ module, assert }) {
      const db = createDb();
      const handle = module.createWorker(db);
      for (const [id, amount, left] of [['m1', 30, 70], ['m2', 30, 40], ['m3', 5, 35], ['m1', 30, 35], ['m4', 0, 35], ['m5', -10, 45], ['m3', 5, 45]]) {
        await handle({ id, account: 'ada', amount }, async () => {});
        assert.equal(db.balance(), left, `Message ${id} came with the amount ${amount}: expected a balance of ${left}, found ${db.balance()}.`);
      }
      await handle({ id: 'm9', account: 'bo', amount: 4 }, async () => {});
      assert.equal(db.balance('bo'), 46, `Bo had 50, and a message takes 4: expected 46, found ${db.balance('bo')}.`);
      assert.equal(db.balance(), 45, `A message for bo changed the balance of ada to ${db.balance()}.`);
    },
  },
  {
    name: 'It is acknowledged after the commit',
    async run({ module, assert }) {
      const db = createDb();
      await module.createWorker(db)(message, async () => db.log.push('ack'));
      assert.equal(db.log.join(', '), 'commit, ack', `A crash between ack and commit loses the message: expected commit, ack. Found ${db.log.join(', ')}.`);
    },
  },
  {
    name: 'An acknowledgment that fails is an error, too',
    async run({ module, assert }) {
      const db = createDb();
      const error = await module.createWorker(db)(message, async () => { throw new Error('queue is gone'); }).catch((caught) => caught);
      assert.equal(error?.message, 'queue is gone', `ack failed, and the error should be thrown. Found ${error?.message ?? error}.`);
      assert.equal(db.balance(), 70, `ack failed after the commit, so the charge stays: expected 70, found ${db.balance()}.`);
    },
  },
  {
    name: 'A repeated message changes nothing and is acknowledged',
    async run({ module, assert }) {
      const db = createDb();
      const handle = module.createWorker(db);
      let acks = 0;
      await handle(message, async () => (acks += 1));
      await handle(message, async () => (acks += 1));
      assert.equal(db.balance(), 70, `The message m1 came twice: expected 70, found ${db.balance()}.`);
      assert.equal(acks, 2, `A repeated message has to be acknowledged, or the queue keeps sending it. Acknowledged: ${acks}.`);
    },
  },
  {
    name: 'A repeated message is noticed after a restart',
    async run({ module, assert }) {
      const db = createDb();
      await module.createWorker(db)(message, async () => {});
      await module.createWorker(db)(message, async () => {});
      assert.equal(db.balance(), 70, `The worker was started again before m1 came a second time: expected 70, found ${db.balance()}.`);
    },
  },
  {
    name: 'The same message twice at the same time counts once',
    async run({ module, assert }) {
      const db = createDb();
      const handle = module.createWorker(db);
      await Promise.all([handle(message, async () => {}), handle(message, async () => {})]);
      assert.equal(db.balance(), 70, `Both deliveries were under way at once: expected 70, found ${db.balance()}.`);
    },
  },
  {
    name: 'A failure stores nothing, and the next delivery works',
    async run({ module, assert }) {
      for (const failAt of [1, 2, 3, 4]) {
        const db = createDb({ failAt });
        const handle = module.createWorker(db);
        let acks = 0;
        const error = await handle(message, async () => (acks += 1)).catch((caught) => caught);
        assert.equal(error?.message, 'connection lost', `Step ${failAt} failed, and the error should be thrown. Found ${error?.message ?? error}.`);
        assert.equal(acks, 0, 'A message that failed must not be acknowledged.');
        await handle(message, async () => (acks += 1));
        assert.equal(db.balance(), 70, `Step ${failAt} failed and the message came again: expected 70, found ${db.balance()}.`);
      }
    },
  },
];
