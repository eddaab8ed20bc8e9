/**
 * Prints how long the page takes to answer a tap or a key at a processor four times slower than this one, and fails when
 * one takes more than it may. Usage: npm run bench:interaction (after a build)
 */
import type { Page } from '@playwright/test';
import { openSite, throttle } from './open-site.ts';

const maxMs = 50;
const rounds = 10;

/** What a reader does, by the page where they do it. */
const interactions: readonly (readonly [name: string, address: string, act: (page: Page) => Promise<void>])[] = [
  ['mark a topic done', '/topics/indexing/', (page) => page.getByRole('button', { name: /done/iu }).first().click()],
  ['type in the search', '/search/', (page) => page.getByRole('combobox').press('i')],
  [
    'study an hour more',
    '/plan/#v=1&lines=backend',
    (page) => page.getByRole('button', { name: 'One hour a week more' }).click(),
  ],
];

const { browser, origin, close } = await openSite();
for (const [name, address, act] of interactions) {
  const page = await browser.newPage();
  await page.addInitScript(observe);
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  await throttle(page, 4);
  for (let round = 0; round < rounds; round += 1) {
    await act(page);
    await page.waitForTimeout(200);
  }
  const slowest = await page.evaluate(() => Number(sessionStorage.getItem('slowest')));
  console.log(`${name.padEnd(24)}${String(slowest).padStart(4)} ms at most in ${rounds} times (goal ${maxMs})`);
  if (slowest > maxMs) process.exitCode = 1;
  await page.close();
}
await close();

/** Runs in every page: remembers how long its slowest script for a tap or a key took. */
function observe(): void {
  sessionStorage.setItem('slowest', '0');
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[]) {
      const taken = Math.round(entry.processingEnd - entry.processingStart);
      if (taken > Number(sessionStorage.getItem('slowest'))) sessionStorage.setItem('slowest', String(taken));
    }
  });
  observer.observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}
