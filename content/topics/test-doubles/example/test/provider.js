// #region provider
import { once } from 'node:events';
import { createServer } from 'node:http';

/** A local server that stands in for the provider, and records requests. */
export async function startProvider(t, behave) {
  const requests = [];
  const server = createServer(async (req, res) => {
    const chunks = await Array.fromAsync(req);
    requests.push({
      line: `${req.method} ${req.url}`,
      key: req.headers['idempotency-key'],
      type: req.headers['content-type'],
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    behave(req, res);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${server.address().port}`, requests };
}
// #endregion provider
