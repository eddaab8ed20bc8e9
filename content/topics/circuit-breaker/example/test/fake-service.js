import { once } from 'node:events';
import { createServer } from 'node:http';

/** A lift-status service that can be well, broken or hang. */
export async function startService() {
  const service = { mood: 'well', asked: 0, open: 0 };
  const server = createServer((req, res) => {
    service.asked += 1;
    service.open += 1;
    res.on('close', () => (service.open -= 1));
    if (service.mood === 'hangs') return;
    if (service.mood === 'drips') return res.writeHead(503).write('…');
    if (service.mood === 'broken') return res.writeHead(503).end();
    if (service.mood === 'forbids') return res.writeHead(403).end();
    if (service.mood === 'limits') return res.writeHead(429).end();
    if (req.url === '/slopes/99') return res.writeHead(404).end();
    if (service.mood === 'odd') return res.end('{"state":"running"}');
    setTimeout(() => res.end('{"status":"running"}'), 10);
  }).listen(0);
  await once(server, 'listening');
  service.url = `http://localhost:${server.address().port}`;
  service.stop = () => {
    server.closeAllConnections();
    server.close();
  };
  return service;
}
