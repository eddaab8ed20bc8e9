// A tile server that draws one tile at a time. Usage: node src/tiles.js PORT
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

let isStopping = false;
let drawing = Promise.resolve();

const server = createServer(async (req, res) => {
  if (req.url === '/readyz') {
    res.writeHead(isStopping ? 503 : 200).end();
  } else if (process.env.BROKEN) {
    res.writeHead(500).end('no font\n');
  } else {
    drawing = drawing.then(() => sleep(req.url === '/mountain' ? 300 : 10));
    await drawing;
    res.setHeader('X-Served-By', process.argv[2]);
    res.end(`tile for ${req.headers['x-forwarded-for']}\n`);
  }
});
server.listen(Number(process.argv[2]), '127.0.0.1');

// #region drain
process.on('SIGTERM', async () => {
  isStopping = true; // the next checks fail, but requests are still served
  await sleep(3000); // longer than the balancer takes to notice
  server.close(); // finishes what is open, closes idle connections
});
// #endregion drain
