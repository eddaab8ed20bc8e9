import express from 'express';
import { once } from 'node:events';

// #region health
/**
 * Runs checks in the background, and responds to probes from their results.
 * `checks` are functions that throw (or reject) when something is wrong;
 * `pause` and `timeout` are in milliseconds.
 */
export function createHealth(checks, { pause = 2_000, timeout = 1_000 } = {}) {
  const problems = new Map(
    Object.keys(checks).map((name) => [name, 'not checked yet']),
  );
  const running = new Set();
  let stopping = false;
  let timer;

  async function runOnce(name) {
    if (running.has(name)) return; // it still hangs: don't start another one
    running.add(name);
    const signal = AbortSignal.timeout(timeout);
    const late = once(signal, 'abort').then(() => {
      throw new Error(`no result after ${timeout} ms`);
    });
    const check = async () => checks[name](signal); // it may pass the signal on
    const result = check().finally(() => running.delete(name));
    try {
      await Promise.race([result, late]);
      problems.delete(name);
    } catch (error) {
      problems.set(name, error?.message || String(error));
    }
  }

  /** Checks everything now, and again `pause` after the last one has ended. */
  async function start() {
    await Promise.all(Object.keys(checks).map(runOnce));
    if (!stopping) timer = setTimeout(start, pause);
  }

  const router = express.Router();
  router.get('/livez', (req, res) => {
    res.type('text').send('ok');
  });
  router.get('/readyz', (req, res) => {
    const found = stopping
      ? { process: 'stopping' }
      : Object.fromEntries(problems);
    const ready = Object.keys(found).length === 0;
    res.status(ready ? 200 : 503).set('Cache-Control', 'no-store');
    res.json({ ready, problems: found });
  });

  return {
    router,
    start,
    /** From now on the instance isn't ready: call it on SIGTERM. */
    stop() {
      stopping = true;
      clearTimeout(timer);
    },
  };
}
// #endregion health
