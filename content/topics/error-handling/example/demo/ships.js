// Sends the same ships to the naive harbor and to the repaired one.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createNaiveHarbor } from '../src/naive.js';
import { createHarbor } from '../src/server.js';

const pilots = createServer((req, res) => res.writeHead(201).end());
const pilotsUrl = await listen(pilots);
const harbor =
  process.argv[2] === 'naive'
    ? createNaiveHarbor(pilotsUrl)
    : createHarbor(pilotsUrl, logLine);
const url = await listen(harbor);

await assign('B2', '{"name": "Gannet", "length": 90}');
await assign('B2', '{"name": "Skua", "length": 240}');
await assign('B7', '{"name": "Tern", "length": 60}');
await assign('B2', '{"name": ');
await assign('B9', '{"name": "Auk", "length": 90}');
await assign('B9', '{"name": "Auk", "length": 90}');
pilots.close();
pilots.closeAllConnections();
console.log('(the pilot service goes down)');
await assign('B2', '{"name": "Petrel", "length": 90}');
harbor.close();

async function assign(berth, body) {
  const res = await fetch(`${url}/${berth}`, { method: 'POST', body });
  console.log(`${berth} ${body}\n    ${res.status} ${await res.text()}`);
}

// In production, log the error itself, with its stack. The real port differs
// from run to run.
function logLine(error) {
  const chain = [];
  for (let e = error; e; e = e.cause) chain.push(`${e.name}: ${e.message}`);
  console.log(`    LOG ${chain.join(' <- ').replaceAll(/:\d{5}$/g, ':7000')}`);
}

async function listen(server) {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${server.address().port}`;
}
