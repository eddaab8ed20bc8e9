import { expect, test } from '@playwright/test';

test('two selects lead to what one role asks for beyond another', async ({ page }) => {
  await page.goto('roles/');
  await page.getByLabel('Your role now').selectOption({ label: 'Backend Developer' });
  await page.getByLabel('The role you want').selectOption({ label: 'Backend Developer' });
  await page.getByRole('button', { name: 'Show what you need to learn' }).click();
  await expect(page.getByText('These are the same role. Choose two.')).toBeVisible();
  await page.getByLabel('The role you want').selectOption({ label: 'Database Administrator' });
  await page.getByRole('button', { name: 'Show what you need to learn' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'From Backend Developer to Database Administrator' }),
  ).toBeVisible();
});

test('the index of roles fits a few screens, and each role leads to all others', async ({ page }) => {
  await page.goto('roles/');
  const roles = await page.getByLabel('Your role now').locator('option').count();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(4000);
  await page.goto('roles/backend-developer/');
  await page.getByText('From Backend Developer to another role').click();
  await expect(page.getByRole('link', { name: /^To / }).locator('visible=true')).not.toHaveCount(0);
  const details = page.locator('details').filter({ hasText: 'From Backend Developer to another role' });
  await expect(details.getByRole('link')).toHaveCount(roles - 1);
});

test('a lead sees what is missing from one level to the next, shares it, and plans it', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('roles/backend-developer/');
  await page.getByLabel('Your level now').selectOption('Mid');
  await page.getByLabel('The level you want').selectOption('Senior');
  await expect(page.getByRole('heading', { name: 'From mid to senior' })).toBeVisible();
  const heads = page.locator('.matrix thead th:visible');
  await expect(heads).toHaveText(['Area', 'Senior']);
  const topics = page.locator('[data-gap-topics] li');
  const before = await topics.count();
  expect(before).toBeGreaterThan(3);
  await expect(page.locator('[data-gap-text]')).toContainText(`${before} topics, none of them done yet`);

  await page.getByRole('button', { name: 'Copy link to this list' }).click();
  await expect(page.locator('[data-gap-copied]').getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).search).toBe('?from=mid&to=senior');

  const title = (await topics.first().getByRole('link').textContent()) ?? '';
  await topics.first().getByRole('link').click();
  await page.getByRole('button', { name: 'Mark done' }).first().click();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'From mid to senior' })).toBeInViewport();
  await expect(topics.first()).toHaveText(`${title} (done)`);
  await expect(page.locator('[data-gap-text]')).toContainText(`${before} topics, ${before - 1} left to learn`);

  await page.locator('[data-gap-plan]').click();
  await expect(page).toHaveURL(/plan\/#v=1&goal=promotion&topics=/u);
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
});

test('a level that is not above the present one says so, and all levels come back', async ({ page }) => {
  await page.goto('roles/backend-developer/?from=senior&to=mid');
  await expect(page.getByText('No topic is new on this way. Choose a level above yours.')).toBeVisible();
  await page.getByLabel('The level you want').selectOption('Show all levels');
  await expect(page.locator('.matrix thead th:visible')).toHaveText(['Area', 'Junior', 'Mid', 'Senior', 'Staff']);
});
