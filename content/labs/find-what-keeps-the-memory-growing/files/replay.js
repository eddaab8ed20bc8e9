import { createBus } from './bus.js';

const hours = [
  [180, 12, 8, 4],
  [171, 19, 10, 7],
  [177, 13, 10, 3],
  [188, 7, 5, 2],
];

/** Plays four hours of checkouts with a fake clock. */
export async function replay(waitForPayment) {
  const bus = createBus();
  const waiting = new Map();
  const timers = {
    set(call) {
      const timer = {};
      waiting.set(timer, call);
      return timer;
    },
    clear: (timer) => waiting.delete(timer),
  };
  const fire = (timer) => {
    const call = waiting.get(timer);
    waiting.delete(timer);
    call();
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  const sum = { paid: 0, timedOut: 0, canceled: 0 };
  let order = 0;
  console.log('hour  paid  timed out  canceled  listeners for paid  timers');
  for (const [at, [paid, timedOut, canceled, old]] of hours.entries()) {
    const checkouts = Array.from({ length: paid + timedOut + canceled }, () => {
      order += 1;
      const gone = new AbortController();
      const before = new Set(waiting.keys());
      waitForPayment({ bus, timers, order, signal: gone.signal }).catch(() => {});
      return { order, gone, timer: [...waiting.keys()].find((timer) => !before.has(timer)) };
    });
    for (const { order: number } of checkouts.slice(0, paid)) bus.emit('paid', { order: number });
    for (const { timer } of checkouts.slice(paid, paid + timedOut)) fire(timer);
    const left = checkouts.slice(paid + timedOut);
    for (const { gone } of left) gone.abort();
    // The timers of those who went away early in the hour are over by now.
    for (const { timer } of left.slice(old)) if (waiting.has(timer)) fire(timer);
    await settle();
    sum.paid += paid;
    sum.timedOut += timedOut;
    sum.canceled += canceled;
    const cells = [[at + 1, 4], [sum.paid, 5], [sum.timedOut, 10], [sum.canceled, 9], [bus.listenerCount('paid'), 19], [waiting.size, 7]];
    console.log(cells.map(([value, width]) => String(value).padStart(width)).join(' '));
  }
  console.log(`at this time no checkout is waiting: ${bus.listenerCount('paid')} listeners, ${waiting.size} timers`);
  for (const timer of [...waiting.keys()]) fire(timer);
  await settle();
  console.log(`20 minutes later: ${bus.listenerCount('paid')} listeners, ${waiting.size} timers`);
}
