import pLimit from 'p-limit';
import { tenant } from './tenant.js';

// #region fair
export class TooMany extends Error {
  status = 429;
}

/** Lets each tenant run a few jobs at once, and keeps a short queue for more. */
export function perTenant({ running, waiting }) {
  const limits = new Map();
  return async (job) => {
    const id = tenant();
    if (!limits.has(id)) limits.set(id, pLimit(running));
    const limit = limits.get(id);
    if (limit.activeCount + limit.pendingCount >= running + waiting) {
      throw new TooMany('too many exports at once; try again later');
    }
    return limit(job);
  };
}
// #endregion fair
