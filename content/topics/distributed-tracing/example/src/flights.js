// The flight service. It takes 100 ms per request, for one flight or several.
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const server = createServer(async (req, res) => {
  await sleep(100);
  const ids = new URL(req.url, 'http://localhost').searchParams.getAll('id');
  if (ids.includes('13')) return res.writeHead(500).end('broken');
  res.end(JSON.stringify(ids.map((id) => ({ id, gate: `B${id}` }))));
});
server.listen(process.env.PORT, '127.0.0.1');
process.once('SIGTERM', () => server.close());
