// What a client sends to the new address, for each kind of redirect.
import { once } from 'node:events';
import { createServer } from 'node:http';

const server = createServer((req, res) => {
  const [, status] = req.url.split('/');
  if (req.url === '/new') return res.end(`${req.method} arrived`);
  res.writeHead(Number(status), { Location: '/new' }).end();
}).listen(0);
await once(server, 'listening');

for (const status of [301, 302, 303, 307, 308]) {
  const url = `http://localhost:${server.address().port}/${status}`;
  const response = await fetch(url, { method: 'POST', body: 'street=Quay' });
  console.log(`POST, ${status}:`, await response.text());
}
server.close();
server.closeAllConnections();
