import { Agent, createServer, request } from 'node:http';
import { pipeline } from 'node:stream';

const probeInterval = 300;

// These two headers are about one connection, so they end at the balancer.
function withoutHopHeaders({ connection, 'keep-alive': _, ...headers }) {
  return headers;
}

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
    const { method, url: path } = req;
    const headers = withoutHopHeaders(req.headers);
    const onward = request({ port, method, path, headers, agent }, (answer) => {
      res.writeHead(answer.statusCode, withoutHopHeaders(answer.headers));
      pipeline(answer, res, () => {});
    });
    onward.on('error', () => {
      if (res.headersSent) res.destroy();
      else res.writeHead(502).end();
    });
    pipeline(req, onward, () => {});
  });
  server.on('close', () => clearInterval(timer));
  return { server, ready };
}
