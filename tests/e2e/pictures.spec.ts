import { test } from '@playwright/test';
import { progressOf } from './stored.ts';

/** Takes the pictures of the README. Runs only by `npm run pictures`. */

/** What someone has stored who is a few topics into the Backend roadmap. */
const topics = ['http-protocol', 'git', 'request-response-cycle', 'http-methods-status-codes', 'relational-databases'];
const progress = progressOf(
  Object.fromEntries(topics.map((topic, index) => [topic, ['done', Date.now() - index * 90_000_000]])),
);

for (const { name, address, theme, scrollTo } of [
  { name: 'home-light', address: '', theme: 'light', scrollTo: 'body' },
  { name: 'roadmap-light', address: 'roadmaps/backend/', theme: 'light', scrollTo: '.fork' },
  { name: 'topic-dark', address: 'topics/indexing/', theme: 'dark', scrollTo: 'body' },
] as const) {
  test(`picture ${name}`, { tag: '@pictures' }, async ({ browser, baseURL }) => {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 960 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    if (address === '')
      await page.addInitScript((text) => localStorage.setItem('wayline:progress', text), JSON.stringify(progress));
    await page.goto(`${baseURL}${address}`, { waitUntil: 'networkidle' });
    await page
      .locator(scrollTo)
      .first()
      .evaluate((element) => element.scrollIntoView());
    await page.screenshot({ path: `docs/images/${name}.png` });
  });
}
