/** Takes the README's pictures of the built site. Usage: npm run pictures */
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { findBrowser } from './find-browser.ts';
import { serve } from './serve/server.ts';

/** What someone has stored who is a few topics into the Backend roadmap. */
const progress = {
  kind: 'wayline-progress',
  version: 1,
  topics: Object.fromEntries(
    ['http-protocol', 'git', 'request-response-cycle', 'http-methods-status-codes', 'relational-databases'].map(
      (topic, index) => [topic, ['done', Date.now() - index * 90_000_000]],
    ),
  ),
};

const pictures = [
  { name: 'home-light', address: '', theme: 'light', scrollTo: undefined, stored: progress },
  { name: 'roadmap-light', address: 'roadmaps/backend/', theme: 'light', scrollTo: '.fork', stored: undefined },
  { name: 'topic-dark', address: 'topics/indexing/', theme: 'dark', scrollTo: undefined, stored: undefined },
] as const;

const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
const { path, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  env: { ...(process.env as Record<string, string>), ...env },
});
for (const { name, address, theme, scrollTo, stored } of pictures) {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 960 },
    colorScheme: theme,
    reducedMotion: 'reduce',
  });
  if (stored)
    await page.addInitScript((text) => localStorage.setItem('wayline:progress', text), JSON.stringify(stored));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${address}`);
  if (scrollTo) await page.locator(scrollTo).evaluate((element) => element.scrollIntoView());
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: `docs/images/${name}.png` });
  console.log(`docs/images/${name}.png`);
}
await browser.close();
server.close();
