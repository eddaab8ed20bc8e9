const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function setUp({ module, load }, { fails = [] } = {}) {
  const { createStore } = await load('store.js');
  const store = createStore({ pause: () => wait(1) });
  const { release } = store;
  store.release = (key) => wait(5).then(() => release(key));
  const balance = {};
  let calls = 0;
  const accounts = {
    async addCredits(account, credits) {
      calls += 1;
      const isFailing = fails.includes(calls);
      await wait(3);
      if (isFailing) throw new Error('database down');
      balance[account] = (balance[account] ?? 0) + credits;
    },
  };
  const handler = ({ createHandler }) => createHandler({ store, accounts });
  return { balance, handler, handle: handler(module) };
}

function post(delivery, event, text = JSON.stringify(event)) {
  const headers = delivery === null ? {} : { 'Webhook-Delivery': delivery };
  return new Request('http://shop.test/webhooks', { method: 'POST', headers, body: text });
}

const purchase = (id, account = 'dora', credits = 40) => ({ id, account, credits });
const statusesOf = (responses) => responses.map(({ status }) => status).join(' ');

export default [
  {
    name: 'A purchase adds its credits',
    async run(context) {
      const { assert } = context;
      const { handle, balance } = await setUp(context);
      const responses = [];
      for (const [delivery, event] of [['a', purchase('e1')], ['b', purchase('e2', 'emil', 1)]]) responses.push(await handle(post(delivery, event)));
      assert.equal(statusesOf(responses), '204 204', `Two purchases came, and both should get 204. Found ${statusesOf(responses)}.`);
      assert.deepEqual(balance, { dora: 40, emil: 1 }, `Dora bought 40 credits and Emil 1. Found ${JSON.stringify(balance)}.`);
      const bad = [post(null, purchase('e3')), post('c', {}, '{'), post('d', { id: 'e4', account: 'dora' })];
      const refused = statusesOf(await Promise.all(bad.map(handle)));
      assert.equal(refused, '400 400 400', `A request without Webhook-Delivery, one with broken JSON and one without credits should still get 400. Found ${refused}.`);
      await handle(post('d', purchase('e4')));
      assert.equal(balance.dora, 80, `Event e4 first came without credits and got 400. Then it came again with 40: Dora, who had 40, should have 80, found ${balance.dora}.`);
    },
  },
  {
    name: 'A second delivery of an event adds nothing',
    async run(context) {
      const { assert } = context;
      const { handle, balance } = await setUp(context);
      const responses = [];
      for (const delivery of ['a1', 'a2', 'a2', 'a3']) responses.push(await handle(post(delivery, purchase('e1'))));
      assert.equal(balance.dora, 40, `Event e1 over 40 credits came four times, as deliveries a1, a2, a2 and a3, one after the other. Expected 40 credits, found ${balance.dora}.`);
      assert.equal(statusesOf(responses), '204 204 204 204', `The provider repeats what doesn't get a 2xx, so each delivery should get 204. Found ${statusesOf(responses)}.`);
    },
  },
  {
    name: 'Two deliveries at the same time add the credits once',
    async run(context) {
      const { assert } = context;
      const { handle, balance } = await setUp(context);
      await Promise.all(['d', 'd'].map((delivery) => handle(post(delivery, purchase('e2', 'emil', 9)))));
      assert.equal(balance.emil, 9, `One delivery of event e2 over 9 credits arrived twice at the same time. Expected 9 credits, found ${balance.emil}.`);
      await Promise.all(['a', 'b', 'c'].map((delivery) => handle(post(delivery, purchase('e1')))));
      assert.equal(balance.dora, 40, `Three deliveries of event e1 over 40 credits arrived together. Expected 40 credits, found ${balance.dora}.`);
    },
  },
  {
    name: 'Events that look alike are two purchases',
    async run(context) {
      const { assert } = context;
      const { handle, balance } = await setUp(context);
      await Promise.all(['e1', 'e2'].map((id, at) => handle(post(`a${at}`, purchase(id)))));
      await handle(post('a2', purchase('e3')));
      for (const [at, id] of ['evt_1000000001', 'evt_1000000002', 'EVT_1000000002'].entries()) await handle(post(`b${at}`, purchase(id, 'emil', 1)));
      assert.equal(balance.emil, 3, `Emil bought 1 credit three times, with the events evt_1000000001, evt_1000000002 and EVT_1000000002. Expected 3, found ${balance.emil}.`);
      assert.equal(balance.dora, 120, `Dora bought 40 credits three times, with the events e1, e2 and e3. Expected 120, found ${balance.dora}.`);
    },
  },
  {
    name: 'A delivery that fails can be repeated',
    async run(context) {
      const { assert } = context;
      const { handle, balance } = await setUp(context, { fails: [1, 2] });
      const responses = [];
      for (const delivery of ['a', 'a', 'b', 'b']) responses.push(await handle(post(delivery, purchase('e1'))));
      assert.equal(statusesOf(responses), '500 500 204 204', `Adding the credits failed for the first two of four deliveries: expected 500 500 204 204, found ${statusesOf(responses)}.`);
      assert.equal(balance.dora, 40, `The database failed twice and then worked. Expected 40 credits, found ${balance.dora}.`);
    },
  },
  {
    name: 'Two processes add the credits once',
    async run(context) {
      const { assert } = context;
      const { handle, handler, balance } = await setUp(context);
      const other = handler((await context.fresh()).module);
      await handle(post('a', purchase('e1')));
      await other(post('b', purchase('e1')));
      await Promise.all([handle(post('c', purchase('e2', 'emil', 9))), other(post('d', purchase('e2', 'emil', 9)))]);
      assert.deepEqual(balance, { dora: 40, emil: 9 }, `Events e1 and e2 were delivered to two processes that share the store. Expected 40 credits for Dora and 9 for Emil, found ${JSON.stringify(balance)}.`);
    },
  },
];
