import { expect, type Page, test } from '@playwright/test';
import { findFaults } from './axe.ts';
import { long } from './long.ts';
import { doneButton } from './topic-state.ts';

/** As after two new builds: the files that the open page would load later are gone. */
const loseScripts = (page: Page) =>
  page.route('**/*.js', (route) => route.fulfill({ status: 404, contentType: 'text/html', body: 'Missing' }));

/**
 * Errors that nobody caught, without Chromium's own: it leaves out the transition between two pages where the style of
 * the new one arrives late, and reports that as an error of the page.
 */
function uncaught(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => {
    if (!message.startsWith('Transition was aborted')) errors.push(message);
  });
  return errors;
}

const said = 'A part of this page could not be loaded.';

test('a tab says so when it needs a script that is gone, and a reload helps', long, async ({ page }) => {
  const errors = uncaught(page);
  await page.goto('topics/indexing/');
  await loseScripts(page);
  await doneButton(page).click();
  await expect(page.getByText(said)).toBeVisible();
  await expect(doneButton(page)).toHaveAttribute('aria-pressed', 'true');
  expect(await findFaults(page)).toEqual([]);
  await page.unroute('**/*.js');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByText(said)).toBeHidden();
  await expect(doneButton(page)).toHaveAttribute('aria-pressed', 'true');
  await doneButton(page).click();
  await expect(page.getByText('Undone. The topic is not marked as done anymore.')).toBeVisible();
  expect(errors).toEqual([]);
});

for (const [part, address, use] of [
  ['the notes', 'topics/indexing/', (page) => page.getByText('My notes and links').click()],
  ['practice', 'practice/', (page) => page.getByRole('button', { name: 'Start practicing' }).click()],
  ['the placement test', 'practice/placement/', (page) => page.locator('[data-start]').click()],
] as const satisfies readonly (readonly [string, string, (page: Page) => Promise<void>])[]) {
  test(`a tab whose scripts are gone says so when ${part} needs one`, long, async ({ page }) => {
    const errors = uncaught(page);
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await loseScripts(page);
    await use(page);
    await expect(page.getByText(said)).toBeVisible();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByText(said)).toBeHidden();
    expect(errors).toEqual([]);
  });
}

test('without a network no one is asked to reload, which would cost the page', long, async ({ page, context }) => {
  await page.goto('topics/indexing/');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.getByText('My notes and links').click();
  await expect(page.getByText('A part of this page could not be loaded, because you are offline.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Reload the page' })).toHaveCount(0);
});

test('a search whose script is gone still leads to the search page', async ({ page }) => {
  const errors = uncaught(page);
  await page.goto('topics/indexing/');
  await loseScripts(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('jwt');
  await expect(page.getByText('Press Enter to open the search page.')).toBeVisible();
  await page.unroute('**/*.js');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\/\?q=jwt/u);
  expect(errors).toEqual([]);
});
