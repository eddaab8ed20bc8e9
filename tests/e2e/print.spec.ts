import { expect, test } from '@playwright/test';

test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

test('a printed topic is its text: no navigation, no buttons, answers open', async ({ page }) => {
  await page.goto('topics/indexing/');
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.getByText('The first and the third.')).toBeVisible();
});

test('a printed roadmap keeps its line, and fits the width of A4', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.goto('roadmaps/backend/');
  await expect(page.getByText('Database indexing').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
});

test('a topic prints as pages of A4', async ({ page }) => {
  await page.goto('topics/indexing/');
  const pdf = await page.pdf({ format: 'A4' });
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
  expect(pages).toBeGreaterThan(2);
  expect(pages).toBeLessThan(12);
});
