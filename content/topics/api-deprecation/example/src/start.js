import { once } from 'node:events';
import { PGlite } from '@electric-sql/pglite';
import { createApp } from './app.js';
import { createCalls } from './calls.js';

/** The API with a clock that can be set. The header `Client` stands for a verified key. */
export async function start() {
  const db = await PGlite.create();
  const calls = await createCalls(db);
  const timer = setInterval(calls.flush, 60_000);
  let now = new Date();
  const app = createApp({
    count: calls.count,
    clock: () => now,
    clientOf: (req) => req.get('Client'),
  });
  const server = app.listen(0);
  await once(server, 'listening');
  const url = `http://localhost:${server.address().port}`;
  return {
    db,
    flush: calls.flush,
    async report(...args) {
      await calls.flush();
      return calls.report(...args);
    },
    async call(day, client, path = '/v1/lookup') {
      now = new Date(day);
      const headers = client ? { Client: client } : {};
      const response = await fetch(url + path, { headers });
      const { status } = response;
      return { status, headers: response.headers, body: await response.text() };
    },
    async stop() {
      clearInterval(timer);
      server.close();
      await calls.flush();
      await db.close();
    },
  };
}
