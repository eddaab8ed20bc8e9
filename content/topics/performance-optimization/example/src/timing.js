// #region timing
import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage();

/** A pool whose queries are counted and timed for each request. */
export function timed(pool) {
  return {
    async query(...args) {
      const spent = current.getStore();
      const start = performance.now();
      try {
        return await pool.query(...args);
      } finally {
        if (spent) {
          spent.queries += 1;
          spent.ms += performance.now() - start;
        }
      }
    },
  };
}

/** Sends the figures in a header that browsers show in their tools. */
export function timing(req, res, next) {
  const spent = { queries: 0, ms: 0 };
  const start = performance.now();
  const { writeHead } = res;
  res.writeHead = function (...args) {
    const total = performance.now() - start;
    res.setHeader(
      'Server-Timing',
      `db;dur=${spent.ms.toFixed(1)};desc="${spent.queries} queries", ` +
        `total;dur=${total.toFixed(1)}`,
    );
    return writeHead.apply(this, args);
  };
  current.run(spent, next);
}
// #endregion timing
