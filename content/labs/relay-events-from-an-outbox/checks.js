const list = [
  { id: 1, order: 'a', type: 'placed' },
  { id: 2, order: 'b', type: 'placed' },
  { id: 3, order: 'a', type: 'paid' },
  { id: 4, order: 'a', type: 'shipped' },
  { id: 5, order: 'b', type: 'paid' },
];

function setUp({ fails = [], markFails = [] } = {}) {
  const log = [];
  const sent = new Set();
  return {
    log,
    sent,
    outbox: {
      unsent: async () => list.filter(({ id }) => !sent.has(id)),
      markSent: async (id) => {
        if (markFails.includes(id)) throw new Error('database is gone');
        log.push(`mark ${id}`);
        sent.add(id);
      },
    },
    broker: {
      send: async ({ id }) => {
        await null;
        if (fails.includes(id)) throw new Error('broker refused');
        log.push(`send ${id}`);
      },
    },
  };
}

export default [
  {
    name: 'All events are sent and marked',
    async run({ module, assert }) {
      const all = setUp();
      const count = await module.relay(all);
      assert.equal(count, 5, `Five events were waiting. Found ${count}.`);
      assert.equal(all.sent.size, 5, `All five should be marked, found ${all.sent.size}.`);
    },
  },
  {
    name: 'An event is marked after it was sent',
    async run({ module, assert }) {
      const { log, ...all } = setUp();
      await module.relay(all);
      const early = list.find(({ id }) => log.indexOf(`mark ${id}`) < log.indexOf(`send ${id}`));
      assert.equal(early, undefined, `Event ${early?.id} was marked before it was sent; a crash in between loses it. Steps: ${log.join(', ')}.`);
    },
  },
  {
    name: 'Events of one order keep their order',
    async run({ module, assert }) {
      const { log, ...all } = setUp();
      await module.relay(all);
      const found = log.filter((step) => ['send 1', 'send 3', 'send 4'].includes(step)).join(', ');
      assert.equal(found, 'send 1, send 3, send 4', `Placed, paid, shipped: expected send 1, send 3, send 4, found ${found}.`);
    },
  },
  {
    name: 'An event that fails holds back its own order only',
    async run({ module, assert }) {
      const { log, ...all } = setUp({ fails: [3] });
      const count = await module.relay(all);
      const found = log.filter((step) => step.startsWith('send')).join(', ');
      assert.equal(found, 'send 1, send 2, send 5', `Event 3 failed, so 4 must not overtake it, and 5 is of another order: expected send 1, send 2, send 5. Found ${found}.`);
      assert.equal(count, 3, `Three events were sent. Found ${count}.`);
    },
  },
  {
    name: 'The next round goes on where this one stopped',
    async run({ module, assert }) {
      const first = setUp({ fails: [1] });
      await module.relay(first);
      first.broker.send = async ({ id }) => void first.log.push(`send ${id}`);
      first.log.length = 0;
      await module.relay(first);
      const found = first.log.filter((step) => step.startsWith('send')).join(', ');
      assert.equal(found, 'send 1, send 3, send 4', `Order a was held back and should be sent now: expected send 1, send 3, send 4. Found ${found}.`);
    },
  },
  {
    name: 'When marking fails, the round ends with that error',
    async run({ module, assert }) {
      const { log, ...all } = setUp({ markFails: [2] });
      const error = await module.relay(all).catch((caught) => caught);
      assert.equal(error?.message, 'database is gone', `The database failed, and the error should be thrown. Found ${error?.message ?? error}.`);
      assert.ok(!log.includes('send 3'), 'Nothing more should be sent when it cannot be marked.');
    },
  },
  {
    name: 'Several orders can be held back at once',
    async run({ module, assert }) {
      const { log, sent, ...all } = setUp({ fails: [1, 2] });
      const count = await module.relay({ ...all });
      assert.deepEqual(log, [], `Events 1 and 2 failed, and all others wait behind them: expected no step, found ${log.join(', ')}.`);
      assert.equal(count, 0, `Nothing was sent. Found ${count}.`);
      assert.equal(sent.size, 0, `Nothing was sent, and ${sent.size} events are marked.`);
      const none = setUp();
      for (const { id } of list) none.sent.add(id);
      const nothing = await module.relay(none);
      assert.equal(nothing, 0, `When no event waits, 0 are sent. Found ${JSON.stringify(nothing)}.`);
      const last = setUp({ fails: [5] });
      const four = await module.relay(last);
      assert.equal(four, 4, `The last of five events failed, so 4 were sent. Found ${JSON.stringify(four)}.`);
    },
  },
  {
    name: 'Events are sent one at a time, with all their fields',
    async run({ module, assert }) {
      const events = [];
      let underWay = 0;
      let most = 0;
      const broker = {
        send: async (event) => {
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise((resolve) => setTimeout(resolve, 1));
          underWay -= 1;
          events.push(event);
        },
      };
      const waiting = list.map((event) => ({ ...event, id: 10 - event.id }));
      await module.relay({ outbox: { unsent: async () => [...waiting], markSent: async () => {} }, broker });
      assert.equal(most, 1, `Send an event when the one before it is done: expected 1 in progress, found ${most} at once.`);
      assert.deepEqual(events, waiting, `The broker should get the five events as they are, oldest first. Found ${JSON.stringify(events)}.`);
    },
  },
];
