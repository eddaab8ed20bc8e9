import express from 'express';
import { setTimeout as sleep } from 'node:timers/promises';

/** A recipe site: 20 ms for a page, and an error at once if it's broken. */
export function createApp(health, isBroken = () => false) {
  const app = express();
  app.use(health.router); // before logging, sessions and authentication
  app.get('/recipes', async (req, res) => {
    if (isBroken()) return res.status(500).send('disk is full');
    await sleep(20);
    res.send('pancakes');
  });
  return app;
}
