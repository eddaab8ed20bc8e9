import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { defineScript } from 'redis';
import { take } from './bucket.js';

// #region script
export const scripts = {
  takeTokens: defineScript({
    SCRIPT: readFileSync(new URL('take.lua', import.meta.url), 'utf8'),
    NUMBER_OF_KEYS: 1,
    parseCommand(parser, key, { burst, everyMs, cost = 1 }) {
      parser.pushKey(key);
      parser.push(String(burst), String(everyMs), String(cost));
    },
    transformReply: ([waitMs, fullInMs, remaining]) => ({
      allowed: waitMs === 0,
      waitMs,
      fullInMs,
      remaining,
    }),
  }),
};
// #endregion script

// #region local
export class LocalBuckets {
  #fullAt = new Map();

  constructor(maxKeys = 10_000) {
    this.maxKeys = maxKeys;
  }

  async take(key, limit) {
    const result = take(this.#fullAt.get(key), Date.now(), limit);
    this.#fullAt.delete(key); // a Map keeps the order of insertion
    this.#fullAt.set(key, result.fullAt);
    if (this.#fullAt.size > this.maxKeys) {
      const [leastRecent] = this.#fullAt.keys();
      this.#fullAt.delete(leastRecent);
    }
    return result;
  }
}
// #endregion local

// #region shared
export class SharedBuckets {
  #local = new LocalBuckets();

  constructor(redis, { timeoutMs = 50, log = console.error } = {}) {
    Object.assign(this, { redis, timeoutMs, log });
  }

  async take(key, limit) {
    const timer = new AbortController();
    try {
      return await Promise.race([
        this.redis.takeTokens(`limit:${key}`, limit),
        sleep(this.timeoutMs, null, { signal: timer.signal }).then(() => {
          throw new Error(`no response within ${this.timeoutMs} ms`);
        }),
      ]);
    } catch (error) {
      this.log(`rate limiter counts locally: ${error.message}`);
      return this.#local.take(key, limit);
    } finally {
      timer.abort();
    }
  }
}
// #endregion shared
