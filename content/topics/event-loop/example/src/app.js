import { createServer } from 'node:http';

/** /ping responds at once; /primes counts with the function it gets. */
export const createApp = (count) =>
  createServer(async (req, res) => {
    const { pathname, searchParams } = new URL(req.url, 'http://localhost');
    if (pathname === '/ping') return res.end('pong');
    res.end(String(await count(Number(searchParams.get('below')))));
  });
