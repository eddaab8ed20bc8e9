// The network between primary and standby: everything arrives `delay` ms late,
// and cut() loses what is on its way.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export async function openNetwork(target, delay) {
  const sockets = new Set();
  let isCut = false;
  const forward = (from, to) => {
    sockets.add(from);
    from.on('data', (chunk) =>
      setTimeout(() => !isCut && to.writable && to.write(chunk), delay),
    );
    from.on('close', () => to.destroy());
    from.on('error', () => {});
  };
  const server = createServer({ noDelay: true }, (near) => {
    if (isCut) return near.destroy();
    const far = connect({ port: target, noDelay: true });
    forward(near, far);
    forward(far, near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy();
    },
    repair() {
      isCut = false;
    },
    close() {
      this.cut();
      server.close();
    },
  };
}
