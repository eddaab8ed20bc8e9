import { expect, type Page, test } from '@playwright/test';

/** In pixels, without the footer of the site. */
const tallest = 1800;

async function openWithProgress(page: Page): Promise<void> {
  await page.goto('about/');
  await page.evaluate(() => {
    const at = Date.now();
    const topics = { indexing: ['done', at], jwt: ['learning', at], caching: ['review', at] };
    localStorage.setItem('wayline:progress', JSON.stringify({ kind: 'wayline-progress', version: 1, topics }));
  });
  await page.goto('progress/');
}

test('my progress says what is next, when I was active and what I can do', async ({ page }) => {
  await openWithProgress(page);
  await expect(page.getByRole('link', { name: /^Continue: / })).toHaveAttribute('href', /topics\/[a-z0-9-]+\/\?line=/u);
  await expect(page.getByText('Active on 1 day in the last twelve weeks.')).toBeVisible();
  await page.getByText('Skills you can show (1 topic)').click();
  await expect(page.getByText(/^\d+ skills from 1 topic\.$/u)).toBeVisible();
});

test('the home page and my progress go on with the same topic of the same roadmap', async ({ page }) => {
  await openWithProgress(page);
  const there = await page.getByRole('link', { name: /^Continue: / }).getAttribute('href');
  await page.goto('./');
  const here = page.getByRole('link', { name: 'Continue', exact: true });
  await expect(here).toHaveAttribute('href', there ?? '');
});

test('my progress with started roadmaps fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openWithProgress(page);
  await expect(page.getByRole('heading', { name: 'Roadmaps you started' })).toBeVisible();
  const started = page.locator('[data-roadmaps] > ul > li:visible');
  expect(await started.count()).toBeGreaterThanOrEqual(3);
  expect((await page.getByRole('main').boundingBox())?.height).toBeLessThanOrEqual(tallest);
});

test('an empty page of progress offers the first lab and the placement', async ({ page }) => {
  await page.goto('progress/');
  await expect(page.getByRole('link', { name: 'Start the first lab' })).toHaveAttribute(
    'href',
    /\/labs\/run-your-first-program\/$/u,
  );
  await expect(page.getByRole('link', { name: 'Find my level' })).toHaveAttribute('href', /\/practice\/placement\/$/u);
});
