/**
 * Measures from the click on a link to the next page's first contentful paint, as a phone on slow 4G sees it.
 * Usage: npm run bench:navigation (needs a built site in dist/)
 */
import type { Browser, Page } from '@playwright/test';
import { median } from '../site/weights.ts';
import { openSite, throttle, throttleNetwork } from './open-site.ts';

const runs = 7;
/** How long a page may take that was fetched while the pointer rested on its link, in milliseconds. */
const goal = 150;
const cpuSlowdown = 4;

const pairs = [
  ['home', '', 'roadmap', '[href$="roadmaps/backend/"]'],
  ['roadmap', 'roadmaps/beginner/', 'topic', '[href*="topics/"]'],
  ['topic', 'topics/indexing/?line=backend', 'next topic', '[data-place-next]'],
] as const;

const { browser, origin, close } = await openSite();

console.log(`From click to first contentful paint in ms, median of ${runs} (all), slow 4G, ${cpuSlowdown} × CPU`);
let isReached = true;
for (const [from, address, to, link] of pairs) {
  for (const isPrefetched of [true, false]) {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1)
      times.push(await measure(browser, { url: `${origin}/${address}`, link, isPrefetched }));
    const middle = median(times);
    isReached &&= !isPrefetched || middle <= goal;
    const sorted = times.toSorted((a, b) => a - b).join(' ');
    console.log(
      `${`${from} → ${to}`.padEnd(22)}${(isPrefetched ? 'prefetched' : 'not prefetched').padEnd(16)}${String(middle).padStart(6)}   (${sorted})`,
    );
  }
}
console.log(`Goal when prefetched: ${goal} ms, ${isReached ? 'reached' : 'missed'}.`);
await close();
process.exitCode = isReached ? 0 : 1;

interface Click {
  readonly url: string;
  /** A selector of the link among the links of the page's content. */
  readonly link: string;
  readonly isPrefetched: boolean;
}

async function measure(browser: Browser, { url, link: selector, isPrefetched }: Click): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await throttleNetwork(page);
  await throttle(page, cpuSlowdown);
  await page.addInitScript(observe, isPrefetched);
  await page.goto(url, { waitUntil: 'networkidle' });
  const link = page.locator(`main a${selector}:visible`).first();
  const target = await link.evaluate(({ pathname }: HTMLAnchorElement) => pathname);
  const fetched = isPrefetched
    ? page.waitForEvent('requestfinished', (request) => request.url().includes(target))
    : Promise.resolve();
  await link.hover();
  await fetched;
  await page.waitForTimeout(300);
  await Promise.all([page.waitForURL((next) => next.href.includes(target)), link.click({ noWaitAfter: true })]);
  const time = await paintedAfter(page);
  await context.close();
  return time;
}

/** Runs in every page: remembers when a link was clicked, and turns prefetching off where that is wanted. */
function observe(isPrefetched: boolean): void {
  addEventListener('click', ({ timeStamp }) =>
    sessionStorage.setItem('clicked', String(performance.timeOrigin + timeStamp)),
  );
  if (!isPrefetched) Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
}

async function paintedAfter(page: Page): Promise<number> {
  for (;;) {
    const time = await page.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return paint && performance.timeOrigin + paint.startTime - Number(sessionStorage.getItem('clicked'));
    });
    if (time !== undefined) return Math.round(time);
    await page.waitForTimeout(50);
  }
}
