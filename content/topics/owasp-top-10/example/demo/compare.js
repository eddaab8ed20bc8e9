import { checks } from '../checks/checks.js';
import { openWorld } from '../checks/world.js';
import { createApp } from '../src/app.js';
import { createCarelessApp } from '../src/careless.js';

for (const { name, changes, attack } of checks) {
  const results = [];
  for (const create of [createCarelessApp, createApp]) {
    const world = await openWorld(create, changes);
    const stopped = attack(world).then(
      () => 'stopped',
      () => 'POSSIBLE',
    );
    results.push((await stopped).padEnd(10));
    world.close();
  }
  console.log(results.join(''), name);
}
