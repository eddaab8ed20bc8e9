// fails: Waiting takes few timers
// says: looks at the clock every few minutes or hours, for each reminder.
import { replay } from './replay.js';

/** What fits into a timer, in milliseconds: more becomes 1. */
const longest = 2 ** 31 - 1;

function assertTime(at) {
  if (!Number.isFinite(at)) throw new TypeError('A reminder needs a time in milliseconds.');
}

/** Calls `send` at a time. Returns a function that cancels the reminder. */
export function remind({ at, send, clock }) {
  assertTime(at);
  let timer;

  function wait() {
    const left = at - clock.now();
    timer = left > 3_600_000 ? clock.set(wait, 3_600_000) : clock.set(send, left);
  }

  wait();

  return function cancel() {
    clock.clear(timer);
  };
}

replay(remind);
