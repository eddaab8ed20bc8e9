import { expect, test } from '@playwright/test';

test('a role leads to what another asks for beyond it, between two levels', async ({ page }) => {
  await page.goto('roles/nodejs-developer/');
  await page.getByRole('link', { name: 'To Backend Developer' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('From Node.js Developer to Backend Developer');
  const toLearn = page.getByRole('region', { name: 'To learn' }).getByRole('listitem');
  const known = page.getByRole('region', { name: 'You already know' }).getByRole('listitem');
  const said = page.getByRole('status').filter({ hasText: 'to learn' });
  await expect(said).toHaveText(/^\d+ topics to learn, about \d+ h\.$/u);
  const before = await toLearn.count();
  await expect(toLearn.filter({ hasText: /^(?:Git|CRUD operations)\b/u })).toHaveCount(0);
  await page.getByLabel('The level you want').selectOption('Mid');
  await expect.poll(() => toLearn.count()).toBeLessThan(before);
  const toMid = await known.count();
  await page.getByLabel('Your level now').selectOption('Senior');
  await expect.poll(() => known.count()).toBeGreaterThan(toMid);
  await expect(page).toHaveURL(/\?from=senior&to=mid$/u);
  const left = await toLearn.allTextContents();
  await page.reload();
  await expect(page.getByLabel('Your level now')).toHaveValue('senior');
  expect(await toLearn.allTextContents()).toEqual(left);
});

test('links in the table of levels are 24 pixels high, and checkboxes too', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('roles/backend-developer/');
  const heights = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
  expect(Math.min(...(await heights('.matrix td a')))).toBeGreaterThanOrEqual(24);
  await page.goto('progress/');
  await page.getByText('Filter topics').click();
  expect(Math.min(...(await heights('main [type="checkbox"]')))).toBeGreaterThanOrEqual(24);
});

test('Learn lists ways into the content, and no commands', async ({ page }) => {
  await page.goto('learn/');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(8);
  await expect(page.getByRole('main')).not.toContainText('/learn');
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
  await expect(
    page.getByText('There are no new topics between these levels. Choose a level above yours.'),
  ).toBeVisible();
  await page.getByLabel('The level you want').selectOption('Show all levels');
  await expect(page.locator('.matrix thead th:visible')).toHaveText(['Area', 'Junior', 'Mid', 'Senior', 'Staff']);
});

test('roles are grouped: to start with, by language, by specialty, and leads', async ({ page }) => {
  await page.goto('roles/');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    'Start here',
    'By language',
    'By specialty',
    'Architects and leads',
  ]);
  await expect(page.locator('main li.card')).toHaveCount(19);
});
