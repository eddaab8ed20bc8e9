/**
 * Damages storage, files, URLs, network and versions of the built site, and prints what was tried and what passed.
 * Usage: npm run test:faults [-- --seed=7 --only=storage]   (needs a built site in dist/, takes a few minutes)
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '#scripts/find-browser.ts';
import { serve } from '#scripts/serve/server.ts';
import { seedRandom } from '../support/random.ts';
import type { FaultClass } from './fault-class.ts';
import { pageFaults } from './page-faults.ts';
import { serverFaults } from './server-faults.ts';
import { versionFaults } from './version-faults.ts';

const { values } = parseArgs({ options: { seed: { type: 'string' }, only: { type: 'string', default: '' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const classes: Readonly<Record<string, FaultClass>> = { ...serverFaults, ...pageFaults, ...versionFaults };
const chosen = Object.entries(classes).filter(([name]) => name.includes(values.only));

const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const { path, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  env: { ...(process.env as Record<string, string>), ...env },
});

console.log(`Seed ${seed}; the same faults again: npm run test:faults -- --seed=${seed}`);
let failed = 0;
for (const [name, run] of chosen) {
  const start = performance.now();
  const failures: string[] = [];
  let tried = 0;
  const attempt = async (label: string, act: () => Promise<unknown>) => {
    tried += 1;
    try {
      await act();
    } catch (error) {
      failures.push(`${label}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  // Each class begins anew, so that it does the same by itself as in the whole run.
  await attempt('the class itself', () => run({ attempt, origin, browser, random: seedRandom(seed) }));
  tried -= 1;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${name.padEnd(40)}${tried} tried, ${Math.max(0, tried - failures.length)} passed   ${seconds} s`);
  for (const failure of failures.slice(0, 5)) console.log(`  ${failure.split('\n').slice(0, 4).join('\n    ')}`);
  failed += failures.length;
}
await browser.close();
server.closeAllConnections();
server.close();
await once(server, 'close');
console.log(failed === 0 && chosen.length > 0 ? 'All passed.' : `${failed} failed in ${chosen.length} classes.`);
process.exit(failed === 0 && chosen.length > 0 ? 0 : 1);
