// fails: A canceled reminder is never sent
// says: clears only the first timer, so that the next one goes on.
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
    const next = left > longest ? clock.set(wait, longest) : clock.set(send, left);
    timer ??= next;
  }

  wait();

  return function cancel() {
    clock.clear(timer);
  };
}

replay(remind);
