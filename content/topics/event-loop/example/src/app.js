import { createServer } from 'node:http';

/** /ping responds at once; /primes counts with the function it gets. */
export const createApp = (count) =>
  createServer(async (req, res) => {
    const url = URL.parse(req.url, 'http://localhost');
    if (url?.pathname === '/ping') return res.end('pong');
    const limit = Number(url?.searchParams.get('below'));
    if (!Number.isSafeInteger(limit)) return res.writeHead(400).end();
    try {
      res.end(String(await count(limit)));
    } catch (error) {
      console.error(error);
      res.writeHead(500).end();
    }
  });
