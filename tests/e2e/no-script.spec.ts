import { expect, test } from '@playwright/test';
import { everyKind, pageKinds } from './page-kinds.ts';

test.use({ javaScriptEnabled: false });

test('every kind of page is complete without script', async ({ page }) => {
  for (const [kind, address] of everyKind) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 }), kind).toBeVisible();
    await expect(page.getByRole('main'), kind).not.toBeEmpty();
    await expect(page.locator('.needs-script:visible'), kind).toHaveCount(0);
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Learn' }),
      kind,
    ).toBeVisible();
  }
});

test('the answers of a topic’s checks open without script', async ({ page }) => {
  await page.goto(pageKinds.topic);
  const check = page.getByRole('group').filter({ hasText: 'narrow the search' });
  await expect(check.getByText('The first and the third.')).toBeHidden();
  await check.locator('summary').click();
  await expect(check.getByText('The first and the third.')).toBeVisible();
});

test('a learner gets from the home page to a topic and its prerequisite by links alone', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('main').getByRole('link', { name: 'Databases', exact: true }).last().click();
  await page.getByRole('main').getByRole('link', { name: 'Database indexing', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Database indexing');
  await page.getByRole('complementary').getByRole('link', { name: 'Relational databases and SQL' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relational databases and SQL');
});
