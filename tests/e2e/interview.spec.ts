import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function setUp(page: Page): Promise<void> {
  await page.goto('interview/');
  await page.getByLabel('Role', { exact: true }).selectOption('nodejs-developer');
  await page.getByLabel('Language').selectOption('nodejs');
  await page.getByLabel(/^Interview date/u).fill(inDays(14));
  await page.getByRole('button', { name: "Show today's set" }).click();
}

test('a candidate gets from the home page to a set for today, with mock interviews on fixed days', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: /^I have an interview/u }).click();
  await setUp(page);
  await expect(page.getByRole('heading', { name: /^Interview on .*: 14 days left$/u })).toBeVisible();
  await expect(
    page.getByText('Node.js Developer · Intermediate · JavaScript and TypeScript · 45 min a day'),
  ).toBeVisible();
  await expect(page.getByText(/^Today: \d+ questions · 1 lab$/u)).toBeVisible();
  await page.goto('./');
  await expect(page.getByRole('link', { name: 'Interview in 14 days' })).toBeVisible();
  await expect(page.locator('[data-card]')).toContainText("Today's set");
  await page.goBack();
  await expect(page.getByText(/^Mock interviews on \w+ \d+, \w+ \d+ and \w+ \d+\.$/u)).toBeVisible();
});

test('the set of a day is counted while it is done, then leads to the lab, and ends', async ({ page }) => {
  await setUp(page);
  const main = page.getByRole('main');
  const tasks = page.locator('[data-tasks] li');
  const before = await tasks.allInnerTexts();
  await expect(main.getByText(`0 of ${before.length} done`)).toBeVisible();
  await main.getByRole('link', { name: 'Start', exact: true }).click();
  const answer = async () => {
    await page.getByRole('button', { name: 'Show answer' }).click();
    await page.getByRole('button', { name: /^Yes, I knew it/u }).click();
  };
  await answer();
  await expect(page.getByText(`2 of ${before.length - 1} · `)).toBeVisible();
  await page.goto('interview/');
  await expect(main.getByText(`1 of ${before.length} done`)).toBeVisible();
  await expect(tasks.filter({ hasText: 'Done:' })).toHaveCount(1);
  expect((await tasks.allInnerTexts()).map((text) => text.replace(/^Done:\s*/u, ''))).toEqual(before);
  await expect(page.getByText(/^1 of \d+ rated$/u)).toHaveCount(1);
  await main.getByRole('link', { name: 'Continue', exact: true }).click();
  for (let left = before.length - 2; left > 0; left -= 1) await answer();
  await expect(page.getByText(/^Done for today\. \d+ return/u)).toBeVisible();
  await page.getByRole('link', { name: "Back to today's set" }).click();
  await expect(main.getByText(`${before.length - 1} of ${before.length} done`)).toBeVisible();
  const lab = (await tasks.last().getByRole('link').getAttribute('href')) ?? '-';
  await expect(main.getByRole('link', { name: 'Do the lab', exact: true })).toHaveAttribute('href', lab);
});

test('an area leads to its own questions for the role', long, async ({ page }) => {
  await setUp(page);
  await page.locator('[data-areas]').getByRole('link', { name: 'Security' }).click();
  await expect(page.getByText(/^\d+ of \d+ questions: Node\.js Developer, Security$/u)).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Area' })).toHaveValue('security');
});

test('a role brings its language along, and without one no question is about a language', async ({ page }) => {
  await page.goto('interview/');
  const language = page.getByLabel('Language');
  await page.getByLabel('Role', { exact: true }).selectOption('spring-boot-developer');
  await expect(language).toHaveValue('java');
  await page.getByLabel('Role', { exact: true }).selectOption('backend-developer');
  await expect(language).toHaveValue('');
  await page.getByRole('button', { name: "Show today's set" }).click();
  await expect(page.locator('[data-areas] li')).not.toHaveCount(0);
  await expect(page.locator('[data-areas]')).not.toContainText(/Node\.js|Python|Java|Go$|Rust|PHP|\.NET/u);
});

test('a day in the past is refused with a sentence, and no date at all is fine', async ({ page }) => {
  await page.goto('interview/');
  await page.getByLabel(/^Interview date/u).fill('2020-01-01');
  await page.getByRole('button', { name: "Show today's set" }).click();
  await expect(page.getByText('That day is in the past.')).toBeVisible();
  await page.getByLabel(/^Interview date/u).fill('');
  await page.getByRole('button', { name: "Show today's set" }).click();
  await expect(page.getByText(/^Today: /u)).toBeVisible();
});

test('on a phone the set of the day is shown from its top, and later its first step is in view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('interview/');
  await page.getByRole('button', { name: "Show today's set" }).click();
  await expect(page.getByText(/^Today: \d+ questions/u)).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Your preparation' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('main').getByRole('link', { name: 'Start', exact: true })).toBeInViewport();
});

test('the goal can be changed, and mock interviews know it', long, async ({ page }) => {
  await setUp(page);
  await page.getByRole('button', { name: 'Change' }).click();
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('nodejs-developer');
  await page.getByLabel(/^Interview date/u).fill(inDays(1));
  await page.getByRole('button', { name: "Show today's set" }).click();
  await expect(page.getByRole('heading', { name: /: tomorrow$/u })).toBeVisible();
  await page.getByRole('link', { name: 'Mock interview' }).first().click();
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('nodejs-developer');
  await expect(page.getByLabel('Level')).toHaveValue('intermediate');
  await expect(page.getByLabel('Language')).toHaveValue('nodejs');
  await page.goto('practice/mock/');
  await expect(page.getByLabel('Role', { exact: true })).toHaveValue('nodejs-developer');
  await page.getByLabel('Minutes').selectOption('15');
  await page.getByRole('button', { name: 'Start the interview' }).click();
  await expect(page).toHaveURL(/\?role=nodejs-developer&level=intermediate&language=nodejs&minutes=15&seed=/u);
  await page.getByRole('button', { name: 'End the interview' }).click();
  await expect(page.getByRole('link', { name: "Back to today's set" })).toBeVisible();
});
