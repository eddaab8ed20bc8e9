// The booking service, with the bug. Usage: node src/service.js PORT
import { createServer } from 'node:http';

const [port] = process.argv.slice(2).map(Number);
const version = process.env.VERSION;
const hasLookup = version === '4.2.0' && process.env.STABLE_LOOKUP !== 'off';

createServer(async (req, res) => {
  if (req.url === '/readyz') return res.end();
  const started = performance.now();
  const booking = Object.fromEntries(new URL(req.url, 'http://x').searchParams);
  let status = 201;
  try {
    if (Math.random() < 0.01) throw new Error('slot is taken');
    if (hasLookup && booking.species === 'horse') {
      await fetch(`http://127.0.0.1:7531/stables/${booking.stable}`, {
        signal: AbortSignal.timeout(5000),
      });
    }
  } catch {
    status = 500;
  }
  res.writeHead(status).end();
  const ms = Math.round(performance.now() - started);
  console.log(
    JSON.stringify({ instance: port, version, ...booking, status, ms }),
  );
}).listen(port, '127.0.0.1');
