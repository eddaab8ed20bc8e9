import type { Page } from '@playwright/test';

/** A second window beside a page, with the same storage. A tab behind another draws nothing, and each click in it takes two seconds. */
export async function openSecondWindow(page: Page): Promise<Page> {
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void window.open('about:blank', '', 'popup'));
  return opened;
}
