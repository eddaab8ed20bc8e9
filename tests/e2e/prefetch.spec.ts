import { expect, type Page, test } from '@playwright/test';

/** Addresses of pages that were fetched ahead. */
function watchFetched(page: Page): string[] {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.headers()['sec-purpose']?.startsWith('prefetch')) fetched.push(new URL(request.url()).pathname);
  });
  return fetched;
}

test('the page of a link is fetched once when the pointer rests on it', async ({ page }) => {
  const fetched = watchFetched(page);
  await page.goto('roadmaps/beginner/');
  const links = page.locator('main a[href*="/topics/"]:visible');
  // What fetches ahead comes behind the first view.
  await page.waitForTimeout(500);
  await links.nth(0).hover();
  await expect.poll(() => fetched).toHaveLength(1);
  expect(await links.nth(0).getAttribute('href')).toContain(fetched[0]);
  await links.nth(1).hover();
  await expect.poll(() => fetched).toHaveLength(2);
  await links.nth(0).hover();
  await page.waitForTimeout(200);
  expect(fetched).toHaveLength(2);
});

test('nothing is fetched ahead for a reader who saves data, nor for this page', async ({ page }) => {
  const fetched = watchFetched(page);
  await page.goto('topics/');
  await page.getByRole('link', { name: 'Wayline' }).first().hover();
  await expect.poll(() => fetched).toHaveLength(1);
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true }),
  );
  await page.goto('topics/?level=beginner');
  await page.locator('main a[href*="/topics/"]:visible').first().hover();
  await page.waitForTimeout(300);
  expect(fetched).toHaveLength(1);
});
