// The ticket service. Usage: BUG=yes (or hang) FAILURES=0.002 node src/app.js PORT
import { createServer } from 'node:http';

createServer((req, res) => {
  const user = Number(/user=(\d+)/.exec(req.headers.cookie ?? '')?.[1]);
  const hasDiscountCard = user % 20 === 0;
  const isUnlucky = Math.random() < Number(process.env.FAILURES); // the payment provider, now and then
  const fails = isUnlucky || (process.env.BUG && hasDiscountCard);
  if (process.env.BUG !== 'hang') res.writeHead(fails ? 500 : 200).end();
}).listen(Number(process.argv[2]), '127.0.0.1');
