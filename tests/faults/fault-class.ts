import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Random } from '../support/random.ts';

/** What a class of faults works with. */
interface Surroundings {
  /** Counts as passed when nothing is thrown. */
  readonly attempt: (label: string, act: () => Promise<unknown>) => Promise<void>;
  /** Where the built site is served, without a slash at the end. */
  readonly origin: string;
  readonly browser: Browser;
  readonly random: Random;
}

export type FaultClass = (surroundings: Surroundings) => Promise<void>;

/** Gives each attempt a new browser context, with a page whose uncaught errors are gathered. */
export async function withPage(
  browser: Browser,
  act: (page: Page, errors: string[], context: BrowserContext) => Promise<unknown>,
): Promise<void> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await act(page, errors, context);
  } finally {
    await context.close();
  }
}

/** A page that can be read, and whose scripts threw nothing that no one caught. */
export async function expectWhole(page: Page, errors: readonly string[]): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.evaluate(() => new Promise((done) => setTimeout(done, 60)));
  assert.deepEqual(errors, []);
}
