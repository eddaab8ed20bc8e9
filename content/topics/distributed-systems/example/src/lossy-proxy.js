import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A bad network between a gate and the service. `next` picks what happens. */
export function createLossyProxy(target, next) {
  return createServer(async (req, res) => {
    const send = async () => {
      const { method, url, headers } = req;
      const id = headers['idempotency-key'];
      const response = await fetch(target() + url, {
        method,
        headers: id ? { 'idempotency-key': id } : {},
      });
      return { status: response.status, text: await response.text() };
    };

    try {
      const fate = next();
      if (fate === 'request lost') return req.socket.destroy();
      if (Number.isInteger(fate))
        return res.writeHead(fate).end(JSON.stringify({ status: fate }));
      const sent = fate === 'twice' ? [send(), send()] : [send()];
      const { status, text } = await Promise.any(sent);
      if (fate === 'response lost') return req.socket.destroy();
      if (fate === 'late') await sleep(400);
      res.writeHead(status).end(text);
    } catch {
      req.socket.destroy(); // the service is down
    }
  });
}

export function randomFate() {
  const fates = ['request lost', 'response lost', 'late', 'twice'];
  return Math.random() < 0.2
    ? fates[Math.floor(Math.random() * fates.length)]
    : 'delivered';
}
