// Stands between the service and the database, and can stop forwarding.
import net from 'node:net';

export async function startProxy(targetPort) {
  const proxy = { isHanging: false };
  const sockets = new Set();
  const server = net.createServer((client) => {
    const target = net.connect(targetPort, '127.0.0.1');
    for (const [from, to] of [
      [client, target],
      [target, client],
    ]) {
      sockets.add(from);
      from.on('data', (chunk) => proxy.isHanging || to.write(chunk));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.port = server.address().port;
  proxy.stop = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return proxy;
}
