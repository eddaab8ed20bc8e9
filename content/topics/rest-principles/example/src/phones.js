// A thousand phones ask for the level through a cache, once of each API.
import { createCachedClient, start } from './machines.js';
import { createRest } from './rest.js';
import { createRpc } from './rpc.js';

const levels = () => new Map([['ijmuiden', { station: 'ijmuiden', cm: 142 }]]);

async function run(title, app, ask) {
  const { origin, seen, stop } = await start(app);
  const client = createCachedClient(origin);
  for (let phone = 0; phone < 1000; phone++) await ask(client, 'ijmuiden');
  const { requests } = seen;
  await ask(client, 'atlantis');
  console.log(`${title}: ${requests} requests, ${seen.errors} errors seen`);
  stop();
}

await run('one POST for all', createRpc(levels()), (client, station) =>
  client('POST', '/api', { action: 'getLevel', station }),
);
await run('resources', createRest(levels()), (client, station) =>
  client('GET', `/stations/${station}/level`),
);
