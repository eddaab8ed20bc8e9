import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';
import { doneButton } from './topic-state.ts';

const plan = 'plan/#v=1&lines=api-design&from=2027-03-01';

const said = (page: Page) => page.locator('[data-said]');
const hash = (page: Page) => page.evaluate(() => location.hash);

async function download(page: Page, button: string): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFileSync(await (await waiting).path(), 'utf8');
}

test('a learner chooses a line and sees a dated plan, which the address carries to somebody else', async ({
  page,
  context,
}) => {
  await page.goto('plan/');
  await page.getByRole('checkbox', { name: 'API design' }).check();
  await expect(said(page)).toContainText(/^You finish on \w+ \d+, \d{4}: \d+ topics in/u);
  await expect(page.getByRole('heading', { name: 'API design', level: 2 })).toBeVisible();
  await page.getByLabel('Start', { exact: true }).fill('2027-03-01');
  await expect(page.getByText('Week of March 1, 2027')).toBeVisible();
  const words = await page.locator('[data-summary]').textContent();
  expect(await hash(page)).toBe('#v=1&lines=api-design&from=2027-03-01');
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('[data-summary]')).toHaveText(words ?? '');
});

test('on a phone the bar covers no choice before there is a plan, and stays in view from then on', async ({ page }) => {
  await page.setViewportSize({ width: 412, height: 823 });
  await page.goto('plan/');
  await expect(page.getByRole('checkbox', { name: 'API design' })).toBeEnabled();
  await expect(said(page)).not.toBeInViewport();
  await page.getByRole('checkbox', { name: 'API design' }).check();
  await expect(said(page)).toContainText('You finish on');
  await expect(said(page)).toBeInViewport();
});

test('what a quick reader chooses before the planner is loaded is planned, and stands in the address', async ({
  page,
}) => {
  let load = () => {};
  const chosen = new Promise<void>((resolve) => {
    load = resolve;
  });
  await page.route('**/plan/data.json', async (route) => {
    await chosen;
    await route.continue();
  });
  await page.goto('plan/');
  await page.getByRole('checkbox', { name: 'API design' }).check();
  load();
  await expect(said(page)).toContainText('You finish on');
  expect(await hash(page)).toContain('lines=api-design');
});

test('every change shows its effect at once', async ({ page }) => {
  await page.goto(plan);
  await expect(said(page)).toContainText('You finish on');
  await page.getByLabel('Hours on Monday').fill('6');
  await expect(said(page)).toContainText(/\d+ days earlier than before\./u);
  await page.getByLabel('Milestone projects').uncheck();
  await expect(said(page)).toContainText('earlier than before');
  await expect(said(page)).not.toContainText('milestone');
  await page.getByLabel('I know').selectOption('intermediate');
  await expect(page.getByText('because you know them or leave them out')).toBeVisible();
});

test('a role chooses its lines, and a choice of branch changes the stops', async ({ page }) => {
  await page.goto('plan/');
  await page.getByLabel('A role').selectOption('backend-developer');
  await expect(page.getByRole('checkbox', { name: 'Backend', exact: true })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Databases' })).toBeChecked();
  await page.getByLabel('Backend, Language selection').selectOption('python');
  await expect.poll(() => hash(page)).toContain('branches=backend.');
  await page.reload();
  await expect(page.getByLabel('Backend, Language selection')).toHaveValue('python');
});

test('a target that cannot be met is said, with ways out that work', async ({ page }) => {
  await page.goto(`${plan}&to=2027-06-30`);
  await expect(said(page)).toContainText('The target cannot be met');
  await page.getByRole('button', { name: /^Study [\d.]+ hours a week$/u }).click();
  await expect(said(page)).toContainText('The target is met');
  await expect(page.getByRole('heading', { name: 'API design', level: 2 })).toBeFocused();
});

test('days off stay free, and can be given back', async ({ page }) => {
  await page.goto(plan);
  await expect(page.getByText('Mon, Mar 1', { exact: true })).toBeVisible();
  await page.getByText('Days off', { exact: true }).click();
  await page.getByLabel('First day').fill('2027-03-01');
  await page.getByLabel('Last day').fill('2027-03-03');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Mon, Mar 1', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Remove March 1, 2027 to March 3, 2027' }).click();
  await expect(page.getByText('Mon, Mar 1', { exact: true })).toBeVisible();
});

test('what is marked as done is known to a first plan, and offered to one that came by link', async ({ page }) => {
  await page.goto('topics/programming-fundamentals/');
  await doneButton(page).click();
  await page.goto('plan/');
  await page.getByRole('checkbox', { name: 'API design' }).check();
  await expect.poll(() => hash(page)).toContain('&known=');
  await page.goto('./');
  await page.goto(plan);
  await page.getByRole('button', { name: 'Take over 1 topic from my progress' }).click();
  await expect.poll(() => hash(page)).toContain('&known=');
  await expect(page.getByRole('button', { name: /^Take over/u })).toBeHidden();
});

test('a single topic is ticked off as known', async ({ page }) => {
  await page.goto(plan);
  await page.getByText('Topics that I know or leave out').click();
  await page.locator('[data-known]').getByRole('checkbox').first().check();
  await expect(said(page)).toContainText('earlier than before');
  await expect(page.getByText('Topics that I know or leave out (1)')).toBeVisible();
});

test('the plan leaves as a calendar that another program reads', async ({ page, baseURL }) => {
  await page.goto(plan);
  await expect(said(page)).toContainText('You finish on');
  const events = new ICAL.Component(ICAL.parse(await download(page, 'Calendar file'))).getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(50);
  const [first] = events;
  if (!first) throw new Error('The calendar has an event.');
  expect(new ICAL.Event(first).startDate.toString()).toBe('2027-03-01T18:00:00');
  expect(String(first.getFirstPropertyValue('url'))).toContain(`${baseURL}topics/`);
  await expect(page.getByText(`with ${events.length} events`)).toBeVisible();
});

test('the plan leaves as Markdown, as JSON and as a link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(plan);
  await expect(said(page)).toContainText('You finish on');
  expect(await download(page, 'Markdown')).toContain('# Study plan: API design');
  expect(JSON.parse(await download(page, 'JSON'))).toMatchObject({ kind: 'wayline-plan', version: 1 });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('The link was copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('the plan prints as a checklist with the link as a QR code', async ({ page }) => {
  await page.goto(plan);
  await expect(said(page)).toContainText('You finish on');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: 'QR code of the link to this plan' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeHidden();
  await expect(page.locator('.plan-month li').last()).toBeVisible();
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0).toBeLessThan(14);
});

test('the way to a topic is said with reasons and can be planned', async ({ page }) => {
  await page.goto('plan/');
  await page.getByLabel('To the topic').selectOption('jwt');
  await expect(page.getByText(/^Learn .+ from here: \d+ topics, \d+ hours\.$/u)).toBeVisible();
  await expect(page.getByText(/^For .+: /u).first()).toBeVisible();
  await page.getByRole('button', { name: 'Put it into the plan' }).click();
  await expect(said(page)).toContainText('You finish on');
  expect(await hash(page)).toContain('topics=jwt');
});

test('what a full plan has no room for is refused in words, and the plan stays', async ({ page }) => {
  const topics = Array.from({ length: 12 }, (_, index) => `gone-${index}`).join();
  const off = Array.from({ length: 40 }, (_, index) => `20${index + 40}-01-01`).join();
  await page.goto(`plan/#v=1&lines=api-design&topics=${topics}&from=2027-03-01&off=${off}`);
  await expect(said(page)).toContainText('You finish on');
  const before = await hash(page);
  await page.getByLabel('To the topic').selectOption('jwt');
  await page.getByRole('button', { name: 'Put it into the plan' }).click();
  await expect(page.getByText('A plan takes at most 12 single topics.').last()).toBeInViewport();
  await page.getByText('Days off', { exact: true }).click();
  await page.getByLabel('First day').fill('2027-03-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(said(page)).toContainText('A plan takes at most 40 entries of days off.');
  await expect(page.getByLabel('First day')).toHaveValue('2027-03-01');
  expect(await hash(page)).toBe(before);
});

test('a topic’s page says how far it is, and leads to a plan for it', async ({ page }) => {
  await page.goto('topics/jwt/');
  await expect(page.getByText(/^You still need \d+ topics first, about \d+ hours\.$/u)).toBeVisible();
  await page.getByRole('link', { name: 'Add to plan' }).click();
  await expect(said(page)).toContainText('You finish on');
});

test('a plan is made with the keyboard alone, at the width of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('plan/');
  const box = page.getByRole('checkbox', { name: 'API design' });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(said(page)).toContainText('You finish on');
  await page.getByLabel('Hours on Monday').focus();
  await page.keyboard.press('ArrowUp');
  await expect(said(page)).toContainText('earlier than before');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'API design', level: 2 })).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('the skip link leaves the plan as it is', async ({ page }) => {
  await page.goto(plan);
  await expect(said(page)).toContainText('You finish on');
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => hash(page)).toBe('#v=1&lines=api-design&from=2027-03-01');
  await expect(said(page)).toContainText('You finish on');
});

test('a role’s page leads to a plan for it', async ({ page }) => {
  await page.goto('roles/backend-developer/');
  await page.getByRole('link', { name: 'Dates for these lines' }).click();
  await expect(page.getByRole('heading', { name: 'Backend developer', level: 2 })).toBeVisible();
});

test('impossible and hostile addresses are answered in words', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const cases = [
    ['#v=1&lines=api-design&hours=0,0,0,0,0,0,0', 'The week has no hours'],
    ['#v=1&lines=api-design&from=2020-01-01', 'Its first blocks have passed'],
    ['#v=1&role=webmaster', 'There is no role “webmaster”'],
    ['#v=1&lines=api-design&hours=10000,0,0,0,0,0,0', 'from 0 to 16'],
    ['#v=7&lines=backend', 'newer version'],
    ['#__proto__=1&<script>', 'damaged'],
    ['#content', 'Choose a line or a role.'],
    [`#v=1&known=${'A'.repeat(9000)}`, 'longer than a plan’s can be'],
  ] as const;
  for (const [address, words] of cases) {
    await page.goto('./');
    await page.goto(`plan/${address}`);
    await expect(page.getByText(words).first()).toBeVisible();
  }
  expect(errors).toEqual([]);
});
