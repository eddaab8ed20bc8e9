/** A clock that is moved by hand. Its timers treat delays in the same way as those of Node.js. */
export function createClock(start) {
  let now = start;
  const timers = new Map();
  let last = 0;
  return {
    now: () => now,
    set(call, milliseconds) {
      const delay = milliseconds >= 1 && milliseconds <= 2 ** 31 - 1 ? Math.trunc(milliseconds) : 1;
      last += 1;
      if (last > 30_000) throw new Error('More than 30,000 timers were set, one after the other.');
      timers.set(last, { call, due: now + delay });
      return last;
    },
    clear: (timer) => void timers.delete(timer),
    pending: () => timers.size,
    /** Moves to a time, and runs the timers that are due until then, in order. */
    moveTo(time) {
      for (;;) {
        const [next] = [...timers].filter(([, { due }]) => due <= time).sort(([, a], [, b]) => a.due - b.due);
        if (next === undefined) break;
        timers.delete(next[0]);
        now = next[1].due;
        next[1].call();
      }
      now = time;
    },
  };
}
