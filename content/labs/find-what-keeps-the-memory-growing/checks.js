/** A bus, timers and signals that can tell what is left on them. */
function setUp({ module, bus }) {
  const pending = new Map();
  const timers = {
    set(call, milliseconds) {
      const timer = { milliseconds };
      pending.set(timer, call);
      return timer;
    },
    clear: (timer) => void pending.delete(timer),
  };
  const others = bus.listenerCount('paid');
  function start(order) {
    const controller = new AbortController();
    const onSignal = new Set();
    const { signal } = controller;
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
    signal.addEventListener = (type, listener, options) => {
      onSignal.add(listener);
      options?.signal?.addEventListener('abort', () => onSignal.delete(listener));
      add(type, listener, options);
    };
    signal.removeEventListener = (type, listener) => {
      if (type === 'abort') onSignal.delete(listener);
      remove(type, listener);
    };
    const before = new Set(pending.keys());
    const outcome = module.waitForPayment({ bus, timers, order, signal }).then((payment) => ({ payment }), (error) => ({ error }));
    const timer = [...pending.keys()].find((each) => !before.has(each));
    return { controller, onSignal, outcome, timer };
  }
  return {
    start,
    fire(timer) {
      const call = pending.get(timer);
      pending.delete(timer);
      call?.();
    },
    left: () => ({ listeners: bus.listenerCount('paid') - others, timers: pending.size }),
  };
}

const moment = () => new Promise((resolve) => setTimeout(() => resolve('still waiting'), 5));
const soon = (checkout) => Promise.race([checkout.outcome, moment()]);
const shown = (value) => (value?.error ? `the error "${value.error.message}"` : JSON.stringify(value));

function expectNothing({ left }, what, assert) {
  const found = left();
  assert.deepEqual(found, { listeners: 0, timers: 0 }, `${what}, so nothing should be left. Listeners on the bus: ${found.listeners}, timers: ${found.timers}.`);
}

export default [
  {
    name: 'A checkout that is paid leaves nothing behind',
    async run({ module, load, assert }) {
      const { createBus } = await load('bus.js');
      const bus = createBus();
      const kit = setUp({ module, bus });
      const checkout = kit.start(7);
      assert.equal(checkout.timer?.milliseconds, 900_000, `It should wait for 15 minutes, which is 900000 ms. Found ${checkout.timer?.milliseconds}.`);
      bus.emit('paid', { order: 7, cents: 1250 });
      const found = await soon(checkout);
      assert.deepEqual(found, { payment: { order: 7, cents: 1250 } }, `Order 7 was paid: expected its payment, found ${shown(found)}.`);
      expectNothing(kit, 'One checkout was paid', assert);
    },
  },
  {
    name: 'A checkout that times out leaves nothing behind',
    async run({ module, load, assert }) {
      const { createBus } = await load('bus.js');
      const kit = setUp({ module, bus: createBus() });
      for (let order = 1; order <= 20; order += 1) {
        const checkout = kit.start(order);
        kit.fire(checkout.timer);
        const { error } = await soon(checkout);
        assert.deepEqual([error?.reason, error?.order], ['not paid in time', order], `15 minutes after order ${order}, expected the reason "not paid in time". Found ${shown({ error })}.`);
      }
      expectNothing(kit, 'Twenty checkouts timed out', assert);
    },
  },
  {
    name: 'A checkout that is canceled leaves nothing behind',
    async run({ module, load, assert }) {
      const { createBus } = await load('bus.js');
      const kit = setUp({ module, bus: createBus() });
      for (let order = 1; order <= 20; order += 1) {
        const checkout = kit.start(order);
        checkout.controller.abort();
        const { error } = await soon(checkout);
        assert.deepEqual([error?.reason, error?.order], ['canceled', order], `The customer of order ${order} went away: expected the reason "canceled", found ${shown({ error })}.`);
      }
      expectNothing(kit, 'Twenty customers went away', assert);
    },
  },
  {
    name: 'Each checkout waits for its own payment',
    async run({ module, load, assert }) {
      const { createBus } = await load('bus.js');
      const bus = createBus();
      let heard = 0;
      bus.on('paid', () => {
        heard += 1;
      });
      const kit = setUp({ module, bus });
      const [one, two, three, four, five] = [1, 2, 3, 4, 5].map(kit.start);
      bus.emit('paid', { order: 1 });
      kit.fire(two.timer);
      three.controller.abort();
      await moment();
      assert.equal(await soon(four), 'still waiting', 'Order 1 was paid, 2 timed out and 3 was canceled. Order 4 should still be waiting.');
      assert.equal(kit.left().listeners, 2, `Orders 4 and 5 are still waiting, so there should be 2 listeners of checkouts. Found ${kit.left().listeners}.`);
      assert.equal(kit.left().timers, 2, `Orders 4 and 5 are still waiting, so there should be 2 timers. Found ${kit.left().timers}.`);
      bus.emit('paid', { order: 5 });
      bus.emit('paid', { order: 4 });
      for (const [checkout, order] of [[one, 1], [four, 4], [five, 5]]) {
        const found = await soon(checkout);
        assert.equal(found?.payment?.order, order, `Order ${order} was paid: expected its payment, found ${shown(found)}.`);
      }
      expectNothing(kit, 'All five checkouts are over', assert);
      assert.equal(heard, 3, `The bookkeeping listens to payments too. It should have heard of 3, found ${heard}.`);
    },
  },
  {
    name: 'No listener is left on the signal',
    async run({ module, load, assert }) {
      const { createBus } = await load('bus.js');
      const bus = createBus();
      const kit = setUp({ module, bus });
      const paid = kit.start(1);
      assert.equal(paid.onSignal.size, 1, `While order 1 waits, there should be one listener on its signal. Found ${paid.onSignal.size}.`);
      bus.emit('paid', { order: 1 });
      await soon(paid);
      assert.equal(paid.onSignal.size, 0, `Order 1 was paid, so no listener should be left on its signal. Found ${paid.onSignal.size}.`);
      const late = kit.start(2);
      kit.fire(late.timer);
      await soon(late);
      assert.equal(late.onSignal.size, 0, `Order 2 timed out, so no listener should be left on its signal. Found ${late.onSignal.size}.`);
    },
  },
  {
    name: 'A customer who has already left leaves nothing behind',
    async run({ module, load, assert }) {
      const { createBus } = await load('bus.js');
      const bus = createBus();
      const found = await module
        .waitForPayment({ bus, timers: { set: () => assert.fail('No timer is needed for a customer who is gone already.'), clear: () => {} }, order: 3, signal: AbortSignal.abort() })
        .catch((error) => error);
      assert.equal(found?.reason, 'canceled', `The signal was aborted before the checkout: expected the reason "canceled", found ${found?.message ?? shown(found)}.`);
      assert.equal(bus.listenerCount('paid'), 0, `The customer was gone already, so there should be no listener on the bus. Found ${bus.listenerCount('paid')}.`);
    },
  },
];
