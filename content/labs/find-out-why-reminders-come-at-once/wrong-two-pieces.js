// fails: A reminder for next year comes on its day
// says: waits in two pieces, which reach no further than 49 days.
import { replay } from './replay.js';

/** What fits into a timer, in milliseconds: more becomes 1. */
const longest = 2 ** 31 - 1;

function assertTime(at) {
  if (!Number.isFinite(at)) throw new TypeError('A reminder needs a time in milliseconds.');
}

/** Calls `send` at a time. Returns a function that cancels the reminder. */
export function remind({ at, send, clock }) {
  assertTime(at);
  const left = at - clock.now();
  let timer = clock.set(left > longest ? () => (timer = clock.set(send, at - clock.now())) : send, Math.min(left, longest));

  return function cancel() {
    clock.clear(timer);
  };
}

replay(remind);
