import { createCarelessFetch } from '../src/careless.js';
import { createFetchPublic } from '../src/fetch-public.js';
import { attacks } from './attacks.js';
import { openWorld } from './world.js';

const makers = {
  careless: ({ lookup }) => createCarelessFetch(lookup),
  repaired: ({ lookup, ports }) =>
    createFetchPublic({ lookup, ports, allow: ['127.0.0.2'] }),
};
console.log(' '.repeat(20), Object.keys(makers).join('   '));
for (const n of attacks({}).keys()) {
  const results = [];
  for (const make of Object.values(makers)) {
    const world = await openWorld();
    const [, url] = attacks(world)[n];
    await make(world)(url).catch(() => {});
    results.push((world.visits() > 0 ? 'REACHED' : '-').padEnd(10));
    world.close();
  }
  console.log(attacks({})[n][0].padEnd(20), results.join(' '));
}
