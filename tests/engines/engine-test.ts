import { test as base } from '@playwright/test';
import type { Engine } from '#scripts/find-engines.ts';
import { launchWithPuppeteer } from './puppeteer-engine.ts';
import { type Site, serveSite } from './site.ts';
import type { RunningEngine, Tab } from './tab.ts';
import { launchWebKit } from './webkit-engine.ts';

/** What a project says. */
export interface EngineOptions {
  readonly engine: Engine;
}

interface WorkerFixtures extends EngineOptions {
  readonly site: Site;
  readonly browserOfEngine: RunningEngine;
}

/** A test that gets a tab of its project's engine, with empty storage, and the site. */
export const test = base.extend<{ readonly tab: Tab }, WorkerFixtures>({
  engine: [
    { name: 'Chromium', version: '', path: '', keepsPages: false },
    { option: true, scope: 'worker' },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
    async ({}, use) => {
      const site = await serveSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  browserOfEngine: [
    async ({ engine }, use) => {
      const browser = await (engine.name === 'WebKit' ? launchWebKit(engine) : launchWithPuppeteer(engine));
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ browserOfEngine }, use) => {
    const tab = await browserOfEngine.newTab();
    await use(tab);
    await tab.close();
  },
});
