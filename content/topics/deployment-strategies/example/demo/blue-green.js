// All users at once to the faulty version, and back after ten seconds.
import { setTimeout as sleep } from 'node:timers/promises';
import { setShare } from '../src/rollout.js';
import { startSite, startTraffic } from './site.js';

const site = await startSite({ bug: 'yes' });
const stopTraffic = startTraffic();
await sleep(2000);
await setShare(100);
await sleep(10_000); // until someone has seen the errors
const back = performance.now();
await setShare(0);
await sleep(2000);
const results = await stopTraffic();
await site.stop();
const failed = results.filter((r) => r.version === 'new' && r.status === 500);
console.log(`${new Set(failed.map((r) => r.user)).size} users saw an error`);
const late = results.filter((r) => r.version === 'new' && r.at > back + 100);
console.log(
  `${late.length} responses of the new version 0.1 s after the switch`,
);
