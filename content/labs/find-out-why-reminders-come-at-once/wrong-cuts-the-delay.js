// fails: A reminder for next month comes on its day
// says: sends the reminder as soon as the longest possible timer fires, which is too early.
import { replay } from './replay.js';

/** What fits into a timer, in milliseconds: more becomes 1. */
const longest = 2 ** 31 - 1;

function assertTime(at) {
  if (!Number.isFinite(at)) throw new TypeError('A reminder needs a time in milliseconds.');
}

/** Calls `send` at a time. Returns a function that cancels the reminder. */
export function remind({ at, send, clock }) {
  assertTime(at);
  const timer = clock.set(send, Math.min(longest, at - clock.now()));

  return function cancel() {
    clock.clear(timer);
  };
}

replay(remind);
