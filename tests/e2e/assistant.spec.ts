import { expect, type Page, test } from '@playwright/test';

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('a learner copies a topic as a quiz for an assistant, by keyboard', async ({ page }) => {
  await page.goto('topics/indexing/');
  const open = page.getByRole('button', { name: 'Copy for your assistant' });
  await expect(open).toBeEnabled();
  await open.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Quiz me on this' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Copied. Paste it into your assistant.' })).toBeVisible();
  expect(await copied(page)).toMatch(/Quiz me on the page.+# Database indexing.+CREATE INDEX/su);
});

test('a question is copied with its answer to check against', async ({ page }) => {
  await page.goto('questions/acid-properties/');
  await page.getByRole('button', { name: 'Copy for your assistant' }).click();
  await page.getByRole('button', { name: 'Explain it with another example' }).click();
  await expect.poll(() => copied(page)).toMatch(/an example that isn’t on it.+# .*ACID/su);
});

test('the code of a lab and its failing check are copied, the solution is not', async ({ page }) => {
  await page.goto('labs/refuse-a-repeated-order/');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('[data-lab-check][data-state="failed"]').first()).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Copy for your assistant' }).click();
  await page.getByRole('button', { name: 'Help with my failure, without the solution' }).click();
  await expect.poll(() => copied(page)).toMatch(/What I wrote fails.+## My code.+## Checks that fail\n\n- /su);
});
