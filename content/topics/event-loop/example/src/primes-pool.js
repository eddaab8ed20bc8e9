import { Piscina } from 'piscina';

/** Counts primes in other threads: at most `size` at a time, the rest wait. */
// #region pool
export const createPrimesPool = (size) =>
  new Piscina({
    filename: new URL('primes-worker.js', import.meta.url).href,
    maxThreads: size,
  });
// #endregion pool
