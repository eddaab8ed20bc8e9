import express from 'express';
import PQueue from 'p-queue';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGate } from './gate.js';

const MS = 100; // one preview takes a renderer this long

// #region unbounded
/** Ten renderers, and everyone else waits for as long as it takes. */
export function createUnbounded() {
  const renderers = new PQueue({ concurrency: 10 });
  const app = express();
  app.get('/previews/:id', async (req, res) => {
    await renderers.add(() => sleep(MS));
    res.send('preview');
  });
  return app;
}
// #endregion unbounded

// #region gated
export function createGated(ms = MS) {
  const gate = createGate({ running: 10, waiting: 50 });
  const app = express();
  app.get('/live', (req, res) => res.send('ok')); // never waits
  app.get(
    '/previews/:id',
    gate(async (req, res, signal) => {
      await sleep(ms, undefined, { signal });
      res.send('preview');
    }),
  );
  return app;
}
// #endregion gated
