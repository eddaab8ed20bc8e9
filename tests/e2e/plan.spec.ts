import { expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';
import { long } from './long.ts';
import { doneButton } from './topic-state.ts';
import { download, pressButton, watchErrors } from './watch.ts';

const plan = 'plan/#v=1&lines=api-design&from=2027-03-01';

/** Opens a plan as on another visit: only the fragment would change else, and the page would stay. */
const reopen = async (page: Page, address: string) => {
  await page.goto('./');
  await page.goto(address);
};
const headline = (page: Page) => page.locator('[data-headline]');
const sessions = (page: Page) => page.locator('.plan-weeks li');
const question = (page: Page, words: string) => expect(page.getByRole('group', { name: words })).toBeVisible();
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
const showPlan = (page: Page) => pressButton(page, 'Show my plan');
const hash = (page: Page) => page.evaluate(() => location.hash);
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();
const savedPlans = (page: Page) => page.getByRole('region', { name: 'Your plans' }).getByRole('listitem');

test('a beginner answers four questions and gets a plan that starts at the first program', async ({ page }) => {
  await page.goto('plan/');
  await question(page, 'What is the plan for?');
  await expect(page.getByRole('radio', { name: 'Start a new career' })).toBeChecked();
  await next(page);
  await question(page, 'What do you want to learn?');
  await expect(page.getByLabel('Role or roadmap')).toHaveValue('roadmap:beginner');
  await next(page);
  await question(page, 'What do you already know?');
  await expect(page.getByRole('radio', { name: "I'm starting from scratch" })).toBeChecked();
  await expect(page.getByRole('link', { name: 'Take the quick check' })).toBeVisible();
  await next(page);
  await question(page, 'When do you study?');
  await expect(page.getByText('Question 4 of 4')).toBeVisible();
  await expect(page.getByLabel('Hours a week')).toHaveValue('8');
  await showPlan(page);
  await expect(headline(page)).toHaveText(/^You finish on \w+ \d+, \d{4}$/u);
  await expect(headline(page)).toBeFocused();
  await expect(sessions(page).first()).toContainText('Programming fundamentals: ');
  await expect(page.getByRole('link', { name: /^Try it: / }).first()).toBeVisible();
  await expect(page.getByText(/part \d+ of \d+/u)).toHaveCount(0);
});

test('a candidate with an interview in 14 days gets what fits by then, without what juniors know', async ({ page }) => {
  await page.goto('plan/');
  await page.getByRole('radio', { name: 'Get ready for an interview' }).check();
  const date = await page.getByLabel('Date of the interview').inputValue();
  expect((Date.parse(date) - Date.now()) / 86_400_000).toBeGreaterThan(12);
  await showPlan(page);
  await expect(headline(page)).toHaveText(/^Here's what fits by \w+ \d+$/u);
  await expect(page.locator('[data-preview]')).not.toContainText(/days? late|cannot be met/u);
  await expect(sessions(page).filter({ hasText: 'Programming fundamentals' })).toHaveCount(0);
  expect(await sessions(page).count()).toBeGreaterThan(8);
  const days = await page
    .locator('.plan-weeks time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(days.every((day) => day.slice(0, 10) <= date)).toBe(true);
  await page.getByText(/^What was left out: \d+ topics$/u).click();
  await expect(page.getByText(/recommended, not required\)$/u).first()).toBeVisible();
  await page.getByRole('button', { name: /^Keep everything: finish on/u }).click();
  await expect(headline(page)).toHaveText(/^You finish on/u);
  await expect(headline(page)).toBeFocused();
});

test('one topic is planned with what it needs, from its own page', async ({ page }) => {
  await page.goto('topics/jwt/');
  await expect(page.getByText(/^You still need \d+ topics first, about \d+ hours\.$/u)).toBeVisible();
  await page.getByRole('link', { name: 'Add to plan' }).click();
  await question(page, 'What do you already know?');
  await page.getByRole('radio', { name: "I'm starting from scratch" }).check();
  await showPlan(page);
  await expect(page.getByText('Study plan: JWT authentication')).toBeVisible();
  await expect(page.getByText(/^Needed for .+: /u).first()).toBeVisible();
});

test('several plans are saved, and are there again on the next visit', long, async ({ page }) => {
  await page.goto('plan/?roadmap=api-design');
  await showPlan(page);
  await save(page);
  await expect(page.getByText('Saved in this browser.')).toBeVisible();
  await page.getByRole('button', { name: 'New plan' }).click();
  await question(page, 'What is the plan for?');
  await page.getByRole('radio', { name: 'Get promoted' }).check();
  await showPlan(page);
  await save(page);
  await expect(savedPlans(page)).toHaveCount(2);
  await reopen(page, 'plan/');
  await expect(page.getByText('Study plan: Backend Developer')).toBeVisible();
  await page.getByRole('link', { name: 'API design' }).click();
  await expect(page.getByText('Study plan: API design')).toBeVisible();
  await page.getByRole('button', { name: 'Delete the plan API design' }).click();
  await expect(savedPlans(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(savedPlans(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'One hour a week more' }).click();
  await expect(savedPlans(page).first()).toContainText('API design');
  await page.reload();
  await expect(page.locator('[data-summary]')).toContainText('at 9 hours a week');
  await expect(page.getByRole('button', { name: 'Saved', exact: true })).toBeVisible();
});

test('the last plan is kept without saving, at the question where its reader left', async ({ page }) => {
  await page.goto('plan/');
  await page.getByRole('radio', { name: 'Get promoted' }).check();
  await next(page);
  await page.getByLabel('Role or roadmap').selectOption('roadmap:databases');
  await reopen(page, 'plan/');
  await question(page, 'What do you want to learn?');
  await expect(page.getByLabel('Role or roadmap')).toHaveValue('roadmap:databases');
  await showPlan(page);
  const words = await headline(page).textContent();
  await reopen(page, 'plan/');
  await expect(headline(page)).toHaveText(words ?? '');
});

test('a plan that was not saved moves to the saved ones when another is begun', long, async ({ page }) => {
  await page.goto('plan/?roadmap=databases');
  await showPlan(page);
  await page.goto('plan/?roadmap=api-design');
  await question(page, 'What do you already know?');
  await expect(savedPlans(page)).toHaveCount(1);
  await expect(savedPlans(page)).toContainText('Databases');
});

test('each answer can be changed, and the browser’s Back goes to the question before', long, async ({ page }) => {
  await page.goto('plan/?roadmap=api-design');
  await showPlan(page);
  await page.getByRole('button', { name: 'Change: You know' }).click();
  await page.getByRole('radio', { name: 'I work as a developer' }).check();
  await next(page);
  await question(page, 'When do you study?');
  await page.goBack();
  await question(page, 'What do you already know?');
  await page.goBack();
  await expect(page.getByText('What a mid-level developer knows')).toBeVisible();
  await expect(page.getByText('This plan came by link.')).toBeHidden();
  await expect(page.getByText(/that you know are not in the plan/u)).toBeVisible();
});

test('the hours a week are those of roadmaps, and a plan says the same duration', long, async ({ page }) => {
  await page.goto('roadmaps/beginner/');
  await page.getByRole('button', { name: 'One hour a week more' }).first().click({ clickCount: 2 });
  const duration = (await page.locator('[data-duration]').first().textContent()) ?? 'none';
  await page.getByRole('link', { name: 'Make a study plan' }).click();
  await showPlan(page);
  await expect(page.locator('[data-summary]')).toContainText(`${duration} at 10 hours a week`);
  await page.getByRole('button', { name: 'One hour a week less' }).click();
  await expect(page.locator('[data-summary]')).toContainText('at 9 hours a week');
  await page.goto('roadmaps/beginner/');
  await expect(page.locator('[data-pace]').first()).toHaveText('9');
  await page.getByRole('button', { name: 'One hour a week less' }).first().click();
  await page.goto('plan/');
  await page.getByRole('button', { name: 'Use my 8 hours a week' }).click();
  await expect(page.locator('[data-summary]')).toContainText('at 8 hours a week');
});

test('days of study share the hours, and days off stay free', long, async ({ page }) => {
  await page.goto(plan);
  await expect(page.getByText('Mon, Mar 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Change: When' }).click();
  await page.getByLabel('Hours a week').fill('4');
  for (const day of ['Monday', 'Wednesday', 'Friday', 'Saturday'])
    await page.getByRole('checkbox', { name: day, exact: true }).uncheck();
  await page.getByText('Start date, days off and what to include').click();
  await expect(page.getByLabel('Hours on Tuesday')).toHaveValue('2');
  await page.getByLabel('First day').fill('2027-03-02');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await showPlan(page);
  await expect(page.getByText('Thu, Mar 4', { exact: true })).toBeVisible();
  await expect(page.getByText('Tue, Mar 2', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Change: When' }).click();
  await page.getByRole('button', { name: 'Remove March 2, 2027' }).click();
  await showPlan(page);
  await expect(page.getByText('Tue, Mar 2', { exact: true })).toBeVisible();
});

test('a role brings its roadmaps, and a choice of language changes the topics', async ({ page }) => {
  await page.goto('plan/?role=backend-developer');
  await question(page, 'What do you already know?');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Role or roadmap')).toHaveValue('role:backend-developer');
  await page.getByLabel('Branch of Backend').selectOption('python');
  await page.getByLabel('Add a topic or another roadmap').selectOption('topic:jwt');
  await expect(page.getByRole('button', { name: 'Remove JWT authentication' })).toBeVisible();
  await showPlan(page);
  expect(await hash(page)).toContain('branches=backend.python');
  expect(await hash(page)).toContain('topics=jwt');
});

test('what is done is compared with the plan, and the rest is planned from today', long, async ({ page }) => {
  await page.goto('topics/programming-fundamentals/');
  await doneButton(page).click();
  const start = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  await reopen(page, `plan/#v=1&lines=beginner&need=could&from=${start}`);
  const progress = page.getByRole('region', { name: 'Planned and done' });
  await expect(progress).toContainText(
    /^.*By today you planned \d+ topics and finished 1 of \d+: \d+ topics? to catch up on\./u,
  );
  await expect(sessions(page).first()).toContainText('✓ Done');
  await progress.getByRole('button', { name: 'Plan the rest from today' }).click();
  await expect(progress).toBeHidden();
  await expect(sessions(page).filter({ hasText: 'Programming fundamentals' })).toHaveCount(0);
});

test('what is marked as done is known to a new plan, and offered to one that came by link', long, async ({ page }) => {
  await page.goto('topics/programming-fundamentals/');
  await doneButton(page).click();
  await page.goto('plan/');
  await showPlan(page);
  await expect.poll(() => hash(page)).toContain('&known=');
  await reopen(page, plan);
  await page.getByRole('button', { name: 'Change: You know' }).click();
  await page.getByRole('button', { name: 'Count the 1 topic of my progress as known' }).click();
  await page.getByText('Topics that I know or want to leave out').click();
  await page.locator('[data-known]').getByRole('checkbox', { checked: false }).first().check();
  await showPlan(page);
  await expect.poll(() => hash(page)).toContain('&known=');
});

test('a link opens the same plan for someone else, and their own one stays', async ({ page, context }) => {
  await page.goto('plan/?roadmap=databases');
  await showPlan(page);
  await reopen(page, plan);
  await expect(page.getByText('This plan came by link. Save it to keep it here.')).toBeVisible();
  const words = await headline(page).textContent();
  const other = await context.newPage();
  await other.goto('plan/');
  await expect(other.getByText('Study plan: Databases')).toBeVisible();
  await save(page);
  await expect(savedPlans(page)).toHaveCount(2);
  expect(await headline(page).textContent()).toBe(words);
  await expect(savedPlans(other)).toHaveCount(2);
});

test('the plan leaves as a link, and as a calendar that another program reads', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(plan);
  const { text } = await download(page, () => pressButton(page, 'Calendar'));
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(events.length).toBeGreaterThan(50);
  const [first] = events;
  if (!first) throw new Error('The calendar has an event.');
  expect(new ICAL.Event(first).startDate.toString()).toBe('2027-03-01T18:00:00');
  expect(new ICAL.Event(first).summary).toMatch(/^.+: .+/u);
  expect(String(first.getFirstPropertyValue('url'))).toContain(`${baseURL}topics/`);
  await expect(page.getByText(`with ${events.length} events`)).toBeVisible();
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('The link was copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('what a full plan has no room for is refused in words, and the plan stays', long, async ({ page }) => {
  const topics = Array.from({ length: 40 }, (_, index) => `gone-${index}`).join();
  const off = Array.from({ length: 40 }, (_, index) => `20${index + 40}-01-01`).join();
  await page.goto(`plan/#v=1&lines=api-design&topics=${topics}&from=2027-03-01&off=${off}`);
  const before = await hash(page);
  await page.getByRole('button', { name: 'Change: Learn' }).click();
  await page.getByLabel('Add a topic or another roadmap').selectOption('topic:jwt');
  await expect(page.getByText('A plan takes at most 40 single topics.')).toBeInViewport();
  await next(page);
  await next(page);
  await page.getByText('Start date, days off and what to include').click();
  await page.getByLabel('First day').fill('2027-03-01');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('A plan takes at most 40 entries of days off.')).toBeVisible();
  await expect(page.getByLabel('First day')).toHaveValue('2027-03-01');
  await showPlan(page);
  expect(await hash(page)).toBe(before);
});

test('a plan is made with the keyboard alone, at the width of a phone, with the way on in view', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('plan/');
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Next', exact: true })).toBeEnabled();
  await page.getByRole('radio', { name: 'Start a new career' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Get ready for an interview' })).toBeChecked();
  for (const words of ['What do you want to learn?', 'What do you already know?', 'When do you study?']) {
    await page.getByRole('button', { name: 'Next', exact: true }).focus();
    await page.keyboard.press('Enter');
    await question(page, words);
    await expect(page.getByText(words, { exact: true })).toBeFocused();
    await expect(page.locator('.plan-buttons .button-strong').first()).toBeInViewport();
  }
  await page.getByLabel('Hours a week').focus();
  await page.keyboard.press('Enter');
  await expect(headline(page)).toBeFocused();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('a plan without anything to learn asks for it', long, async ({ page }) => {
  await page.goto('plan/');
  await page.getByRole('radio', { name: 'Learn one topic' }).check();
  await showPlan(page);
  await expect(page.getByText('Choose a topic first.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Topic' }).selectOption('topic:jwt');
  await showPlan(page);
  await expect(page.getByText('Study plan: JWT authentication')).toBeVisible();
});

test('the skip link leaves the plan as it is', long, async ({ page }) => {
  await page.goto(plan);
  await expect(headline(page)).toContainText('You finish on');
  await page.getByRole('link', { name: 'Skip to content' }).focus();
  await page.keyboard.press('Enter');
  await expect(headline(page)).toContainText('You finish on');
  await page.getByRole('button', { name: 'One hour a week more' }).click();
  await expect.poll(() => hash(page)).toContain('lines=api-design&hours=');
});

test('impossible and hostile addresses are answered in words', long, async ({ page }) => {
  const errors = watchErrors(page);
  const cases = [
    ['#v=1&lines=api-design&hours=0,0,0,0,0,0,0', 'You chose no hours'],
    ['#v=1&role=webmaster', 'There is no role “webmaster”'],
    ['#__proto__=1&<script>', 'damaged'],
    ['#content', 'What is the plan for?'],
  ] as const;
  for (const [address, words] of cases) {
    await page.goto('./');
    await page.goto(`plan/${address}`);
    await expect(page.getByText(words).first()).toBeVisible();
  }
  expect(errors).toEqual([]);
});

test('a plan that was made when a branch belonged to its phase opens with that branch', async ({ page }) => {
  await page.goto('plan/#v=1&lines=backend&branches=backend.language.python&from=2027-03-01&need=must');
  await expect(page.locator('[data-summary]')).toContainText('topics in');
  await expect(page.getByText(/is not a branch/u)).toHaveCount(0);
  await page.getByRole('button', { name: 'Change: Learn' }).click();
  await expect(page.getByLabel('Branch of Backend')).toHaveValue('python');
});
