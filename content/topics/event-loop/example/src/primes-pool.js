import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

// #region pool
/** Counts primes in other threads: at most `size` at a time, the rest wait. */
export function createPrimesPool(size) {
  const idle = Array.from(
    { length: size },
    () => new Worker(new URL('primes-worker.js', import.meta.url)),
  );
  const all = [...idle];
  const waiting = [];

  async function count(limit) {
    const worker =
      idle.pop() ?? (await new Promise((resolve) => waiting.push(resolve)));
    worker.postMessage(limit);
    const [result] = await once(worker, 'message'); // rejects if it crashes
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
    return result;
  }
  return {
    count,
    close: () => Promise.all(all.map((worker) => worker.terminate())),
  };
}
// #endregion pool
