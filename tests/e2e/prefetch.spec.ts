import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';

/** Addresses of pages that were fetched ahead. */
function watchFetched(page: Page): string[] {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    const isAhead = request.headers()['sec-purpose']?.startsWith('prefetch');
    if (isAhead && pathname.endsWith('/')) fetched.push(pathname);
  });
  return fetched;
}

test('the page of a link is fetched once when the pointer rests on it', async ({ page }) => {
  // High enough that nothing scrolls, which could leave the pointer on a third link.
  await page.setViewportSize({ width: 1280, height: 3000 });
  const fetched = watchFetched(page);
  await page.goto('roadmaps/nodejs/');
  const first = page.locator('main a[href*="/topics/"]:visible').first();
  const address = new URL((await first.getAttribute('href')) ?? '', page.url()).pathname;
  const second = page.locator(`main a[href*="/topics/"]:visible:not([href*="${address}"])`).first();
  // What fetches ahead comes behind the first view.
  await page.waitForTimeout(500);
  await first.hover();
  await expect.poll(() => fetched).toHaveLength(1);
  expect(address).toContain(fetched[0]);
  await second.hover();
  await expect.poll(() => fetched).toHaveLength(2);
  await first.hover();
  await page.waitForTimeout(200);
  expect(fetched).toHaveLength(2);
});

for (const [address, target] of [
  ['roadmaps/beginner/', '/topics/'],
  ['./', '/roadmaps/backend/'],
] as const) {
  test(`a page below ${target} that was fetched ahead is shown without asking again`, long, async ({ page }) => {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await page.locator(`main a[href*="${target}"]:visible`).first().hover();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(500);
    await page.locator(`main a[href*="${target}"]:visible`).first().click();
    await page.waitForURL((url) => url.pathname.includes(target));
    const bytes = await page.evaluate(() =>
      performance
        .getEntries()
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ initiatorType, name }) => initiatorType === 'navigation' || name.endsWith('.css'))
        .map(({ name, transferSize }) => [name, transferSize]),
    );
    // The page and its style; the search's own style may come later.
    expect(bytes.length).toBeGreaterThan(1);
    expect(bytes.filter(([, size]) => size !== 0)).toEqual([]);
  });
}

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

test('the script of a page leaves the network to its style first', async ({ page }) => {
  const priorities: [type: string | undefined, priority: string][] = [];
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  session.on('Network.requestWillBeSent', ({ type, request }) => priorities.push([type, request.initialPriority]));
  await page.goto('topics/');
  const first = (wanted: string) => priorities.find(([type]) => type === wanted)?.[1];
  expect([first('Stylesheet'), first('Script')]).toEqual(['VeryHigh', 'Low']);
});
