import { Agent, createServer, request } from 'node:http';

const probeInterval = 300;

// A load balancer in small: it asks every instance for /readyz, sends requests
// to the ready ones in turn, and responds with 502 when one doesn't respond.
export function createBalancer(ports) {
  const ready = new Set();
  const agent = new Agent({ keepAlive: true });
  let turn = 0;

  const probe = (port) => {
    const req = request({ port, path: '/readyz', timeout: 200 }, (res) => {
      res.resume();
      if (res.statusCode === 200) ready.add(port);
      else ready.delete(port);
    });
    req.on('timeout', () => req.destroy());
    req.on('error', () => ready.delete(port));
    req.end();
  };
  const timer = setInterval(() => ports.forEach(probe), probeInterval);

  const server = createServer((req, res) => {
    const candidates = [...ready];
    if (candidates.length === 0) return res.writeHead(503).end();
    const port = candidates[turn++ % candidates.length];
    const onward = request({ port, path: req.url, agent }, (answer) => {
      res.writeHead(answer.statusCode);
      answer.pipe(res);
    });
    onward.on('error', () => res.writeHead(502).end());
    onward.end();
  });
  server.on('close', () => clearInterval(timer));
  return { server, ready };
}
