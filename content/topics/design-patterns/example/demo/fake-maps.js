import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Takes 20 ms, and wants the key `k`. `respond` may return another status. */
export async function startFakeMaps(respond = () => 200) {
  const maps = { received: 0, key: 'k' };
  const server = createServer(async (req, res) => {
    maps.received += 1;
    const address = new URL(req.url, 'http://maps').searchParams.get('q');
    await sleep(20);
    const hasKey = req.headers.authorization === 'Bearer k';
    const status = hasKey ? respond(maps.received, address) : 401;
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
