import { setTimeout as sleep } from 'node:timers/promises';
import { usage } from '../src/usage.js';
import { startSystem } from './system.js';
import { usage as first } from './usage-first.js';

for (const [name, version] of Object.entries({ first, second: usage })) {
  const system = await startSystem({ usage: version, settle: 50, share: 1 });
  for (let meter = 1001; meter <= 1300; meter += 1) {
    const response = await fetch(`${system.url}/meters/${meter}/readings`);
    await response.json();
    while (!system.isIdle()) await sleep(1);
  }

  console.log(`${name} version:`);
  for (const [kind, { count, example }] of system.counts)
    console.log(
      `  ${kind.padEnd(21)} ${String(count).padStart(3)}  ${example}`,
    );
  await system.stop();
}
