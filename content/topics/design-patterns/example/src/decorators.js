import { LRUCache } from 'lru-cache';
import pRetry from 'p-retry';
import { TemporaryFailure } from './map-provider.js';

// #region retry
export const withRetry = (inner, { retries = 2, minTimeout = 100 } = {}) => ({
  locate: (address) =>
    pRetry(() => inner.locate(address), {
      retries,
      minTimeout,
      randomize: true,
      shouldRetry: ({ error }) => error instanceof TemporaryFailure,
    }),
});
// #endregion retry

// #region cache
export function withCache(inner, { max = 10_000, ttl = 86_400_000 } = {}) {
  const cache = new LRUCache({
    max,
    ttl,
    ignoreFetchAbort: true, // a full cache doesn't reject a call in progress
    fetchMethod: async (address) => ({ place: await inner.locate(address) }),
  });
  return {
    async locate(address) {
      const { place } = await cache.fetch(address.trim().toLowerCase());
      return place;
    },
  };
}
// #endregion cache

// #region log
export const withLog = (inner, log) => ({
  async locate(address) {
    const start = performance.now();
    let outcome = 'found';
    try {
      const place = await inner.locate(address);
      if (!place) outcome = 'not found';
      return place;
    } catch (error) {
      outcome = error.name;
      throw error;
    } finally {
      try {
        log({ outcome, ms: performance.now() - start });
      } catch {} // a full disk doesn't fail a lookup
    }
  },
});
// #endregion log

// #region fallback
export const withFallback = (inner) => ({
  async locate(address) {
    try {
      return await inner.locate(address);
    } catch {
      return null; // the dispatcher asks the driver
    }
  },
});
// #endregion fallback
