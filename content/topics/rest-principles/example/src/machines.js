import { once } from 'node:events';
import { createServer } from 'node:http';
import { Agent, cacheStores, interceptors, request } from 'undici';

/** Starts an API and counts what reaches it. */
export async function start(app) {
  const seen = { requests: 0, notModified: 0, errors: 0 };
  const server = createServer((req, res) => {
    seen.requests += 1;
    res.on('finish', () => {
      if (res.statusCode === 304) seen.notModified += 1;
      if (res.statusCode >= 400) seen.errors += 1;
    });
    app(req, res);
  }).listen(0);
  await once(server, 'listening');
  const origin = `http://localhost:${server.address().port}`;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin, seen, stop };
}

// #region cache
/** A client behind a shared cache that knows HTTP and nothing about tides. */
export function createCachedClient(origin) {
  const store = new cacheStores.MemoryCacheStore();
  const cache = interceptors.cache({ store, type: 'shared' });
  const dispatcher = new Agent().compose(cache);

  return async (method, path, json) => {
    const { statusCode, body } = await request(origin + path, {
      dispatcher,
      method,
      headers: json && { 'Content-Type': 'application/json' },
      body: json && JSON.stringify(json),
    });
    return { status: statusCode, body: await body.text() };
  };
}
// #endregion cache
