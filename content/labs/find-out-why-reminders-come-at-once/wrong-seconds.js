// fails: A reminder for tomorrow comes on time
// says: treats the delay as seconds.
import { replay } from './replay.js';

function assertTime(at) {
  if (!Number.isFinite(at)) throw new TypeError('A reminder needs a time in milliseconds.');
}

/** Calls `send` at a time. Returns a function that cancels the reminder. */
export function remind({ at, send, clock }) {
  assertTime(at);
  const timer = clock.set(send, (at - clock.now()) / 1000);

  return function cancel() {
    clock.clear(timer);
  };
}

replay(remind);
