// The service, unchanged by the mesh: plain HTTP on its own machine, no
// certificates, no retries. Every second request fails.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { PORT, VERSION } = process.env;
let requests = 0;
const server = createServer(async (req, res) => {
  const body = await text(req);
  requests += 1;
  const status = requests % 2 === 1 ? 503 : 200;
  console.log(VERSION, req.method, req.url, status);
  res.writeHead(status).end(`${VERSION} ${body}\n`);
});
server.listen(Number(PORT), '127.0.0.1');
