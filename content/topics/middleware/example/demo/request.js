import { once } from 'node:events';

/** Sends requests to an app, one after the other, and prints the statuses. */
export async function show(app, requests) {
  const server = app.listen(0);
  await once(server, 'listening');
  for (const [path, headers = {}] of requests) {
    const url = `http://localhost:${server.address().port}${path}`;
    const response = await fetch(url, { headers });
    console.log(path, response.status, await response.text());
  }
  server.close();
  server.closeAllConnections();
}
