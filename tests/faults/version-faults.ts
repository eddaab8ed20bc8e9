import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { type Fault, OfflineSite } from '../e2e/offline-site.ts';
import { doneButton } from '../e2e/topic-state.ts';
import { expectWhole, type FaultClass, withPage } from './fault-class.ts';

/** What loads a part of the page's script, by where it is done. */
const lazyParts: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'topics/indexing/': (page) => doneButton(page).click(),
  'topics/jwt/': (page) => page.getByText('My notes and links').click(),
  'topics/caching/': (page) => page.keyboard.press('Control+k'),
};

/** Faults of new builds, and of what the worker for offline pages is answered with. */
export const versionFaults: Readonly<Record<string, FaultClass>> = {
  'tabs that are two versions behind': async ({ attempt, browser }) => {
    const site = new OfflineSite();
    await site.shrink();
    await withPage(browser, async (_page, _errors, context) => {
      const tabs = await Promise.all(
        Object.keys(lazyParts).map(async (address) => {
          const page = await context.newPage();
          const errors: string[] = [];
          page.on('pageerror', ({ message }) => errors.push(message));
          await page.goto(site.url + address, { waitUntil: 'networkidle' });
          return { address, page, errors };
        }),
      );
      for (const build of ['second', 'third']) {
        site.renameScripts();
        site.publish('topics/jwt/index.html', ['JWT authentication', `JWT authentication ${build}`]);
      }
      for (const { address, page, errors } of tabs)
        await attempt(address, async () => {
          await page.bringToFront();
          await lazyParts[address]?.(page);
          const said = page.getByText(/A part of this page could not be loaded\.|Press Enter to search on a page/u);
          await said.first().waitFor();
          await expectWhole(page, errors);
          await page.reload();
          await lazyParts[address]?.(page);
          await page.waitForTimeout(500);
          assert.equal(await said.count(), 0);
          await expectWhole(page, errors);
        });
    });
    await site.end();
  },

  'faults of the offline worker': async ({ attempt, browser }) => {
    for (const [name, pattern] of Object.entries({
      script: /^sw\.js$/u,
      page: /^topics\/graphql-resolvers\/$/u,
    }))
      for (const fault of ['html', 'cut', 'missing'] as const satisfies readonly Fault[])
        await attempt(`${name}: ${fault}`, async () => {
          const site = new OfflineSite();
          await site.start();
          try {
            await withPage(browser, async (page, errors) => {
              await page.goto(`${site.url}offline/`);
              const keep = page.getByRole('button', { name: 'Take offline: GraphQL', exact: true });
              await keep.waitFor();
              site.faultOf = (path) => (pattern.test(path) ? fault : undefined);
              await keep.click();
              await page.getByText('The download was interrupted.').first().waitFor({ timeout: 30_000 });
              await page.goto(`${site.url}topics/jwt/`);
              await expectWhole(page, errors);
            });
          } finally {
            await site.end();
          }
        });
  },
};
