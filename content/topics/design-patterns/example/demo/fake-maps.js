import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A map provider that takes 20 ms; `respond` may return another status. */
export async function startFakeMaps(respond = () => 200) {
  const maps = { received: 0 };
  const server = createServer(async (req, res) => {
    maps.received += 1;
    const address = new URL(req.url, 'http://maps').searchParams.get('q');
    await sleep(20);
    const status = respond(maps.received, address);
    const location = { lat: 59.91, lng: 10.75 };
    const results = address === 'nowhere 1' ? [] : [{ geometry: { location } }];
    res.writeHead(status).end(JSON.stringify({ results }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  maps.url = `http://127.0.0.1:${server.address().port}`;
  maps.close = () => server.close();
  return maps;
}
