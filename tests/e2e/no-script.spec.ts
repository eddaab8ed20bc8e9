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

test('a lab shows its task, code, hints and solution', async ({ page }) => {
  await page.goto('labs/refuse-a-repeated-order/');
  await expect(page.getByRole('heading', { name: 'What to do' })).toBeVisible();
  await expect(page.locator('[data-lab-editor]')).toContainText('export async function fetch(request)');
  await expect(page.locator('[data-lab-run]')).toBeHidden();
  await page.getByText('Hint 1 of 4').click();
  await expect(page.getByText('Look there before you create anything.')).toBeVisible();
  await page.getByText('Solution', { exact: true }).click();
  await expect(page.getByText('You look into the map before you create anything')).toBeVisible();
});

test('the plan says what can be done instead, with ways on for each goal', async ({ page }) => {
  await page.goto('plan/');
  const ways = page.locator('.without-script');
  await expect(ways).toBeVisible();
  await expect(ways.getByRole('link')).toHaveCount(4);
  await ways.getByRole('link', { name: 'the Beginner path' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Beginner path');
});

test('the output of a prediction opens', async ({ page }) => {
  await page.goto('topics/event-loop/');
  const predict = page.locator('[data-predict]').first();
  await expect(predict.getByRole('button')).toHaveCount(0);
  await expect(predict.locator('pre')).toBeHidden();
  await predict.locator('summary').filter({ hasText: 'What will this print?' }).click();
  await expect(predict.locator('pre')).toHaveText(['callback', 'nextTick', 'promise', 'immediate', 'timer'].join('\n'));
});

test('the page of a project says how to run its tests and what each stage checks', async ({ page }) => {
  await page.goto('projects/todo-list-api/#tests');
  await expect(page.getByText('BASE_URL=http://localhost:3000 node --test todo-list-api.test.mjs')).toBeVisible();
  const stage = page.locator('[data-stage]').filter({ hasText: 'Stage 1: One resource' });
  await stage.getByText('6 tests').click();
  await expect(stage.getByText('a todo that does not exist returns 404')).toBeVisible();
});

test('the search button leads to a page that says so and lists everything', async ({ page }) => {
  await page.goto('./');
  await page.locator('[data-search-open]').click();
  await expect(page).toHaveURL(/\/search\/$/u);
  await expect(page.getByText('scripts are switched off')).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Topics from A to Z' })).toBeVisible();
});
