/**
 * Measures labs in Chromium on the built site: bytes of each engine, the first run, and warm ones.
 * Usage: npm run bench:labs (after a build)
 */
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { labEngines } from '#features/offline/sets.ts';
import { median } from '../site/weights.ts';
import { openSite } from './open-site.ts';

const labs = [
  ['JavaScript', 'run-your-first-program', labEngines.js],
  ['SQL', 'newest-order-of-each-customer', labEngines.sql],
  ['Python', 'count-errors-in-a-large-log', labEngines.python],
] as const;
/** Warm runs of which the middle one is shown. */
const rounds = 7;

const { browser, origin, close } = await openSite();

console.log('language     engine MB   first run ms   next visit ms   warm run ms');
for (const [name, id, engine] of labs) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const visit = async () => {
    await page.goto(`${origin}/labs/${id}/`);
    await page.locator('lab-workbench:defined').waitFor();
    return run(page);
  };
  const cold = await visit();
  const again = await visit();
  const warm: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // The spare worker starts while the reader reads.
    await page.waitForTimeout(300);
    warm.push(await run(page));
  }
  const row = [
    megabytes(engine).toFixed(2).padStart(9),
    ...[cold, again, median(warm)].map((value) => value.toFixed(0).padStart(14)),
  ];
  console.log(`${name.padEnd(12)} ${row.join(' ')}`);
  await context.close();
}
await close();

/** From the press of Run to the end, measured in the page. */
function run(page: Page): Promise<number> {
  return page.evaluate(() => {
    const status = document.querySelector('[data-lab-status]');
    const started = performance.now();
    document.querySelector<HTMLElement>('[data-lab-run]')?.click();
    return new Promise<number>((end) => {
      new MutationObserver((_, observer) => {
        if (!/passed|failed|stopped/u.test(status?.getAttribute('data-state') ?? '')) return;
        observer.disconnect();
        end(performance.now() - started);
      }).observe(status as Node, { attributes: true, attributeFilter: ['data-state'] });
    });
  });
}

function megabytes(pattern: RegExp): number {
  const folder = resolve('dist/engines');
  const files = readdirSync(folder).filter((name) => pattern.test(name));
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6;
}
