import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { blockStorage, storedJson } from './stored.ts';
import { pressButton, watchErrors } from './watch.ts';

const reviewsOf = async (page: Page): Promise<Record<string, [number, number, number][]>> =>
  (await storedJson(page, 'wayline:practice')).reviews ?? {};

const session = (page: Page) => page.getByRole('region', { name: 'Practice' });
const interview = (page: Page) => page.getByRole('region', { name: 'Interview' });
const startPractice = (page: Page) => pressButton(page, 'Start practicing');
const startInterview = (page: Page) => pressButton(page, 'Start the interview');

/** Commits to an answer of the card on the screen and grades it. */
async function answer(page: Page, grade: 'No, show again' | 'Yes, I knew it'): Promise<string> {
  // Until the next card is shown, the answer to the last one is being stored.
  await expect(session(page).getByRole('button', { name: grade })).toBeHidden();
  const front = (await session(page).getByRole('heading').textContent()) ?? '';
  await session(page).getByRole('button', { name: 'Show answer' }).click();
  await session(page).getByRole('button', { name: grade }).click();
  return front;
}

/** Keeps answers from a page until the returned function is called. */
async function holdBack(page: Page, address: string): Promise<() => void> {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

test('a session asks each card once, says how many return tomorrow, and goes on after a reload', async ({ page }) => {
  await page.goto('practice/');
  await page.getByText('Limits and goal').first().click();
  await page.getByLabel('New cards a day').fill('3');
  await startPractice(page);
  await expect(session(page).getByText(/^1 of 3 · .* · New$/u)).toBeVisible();
  const fronts = [await answer(page, 'Yes, I knew it'), await answer(page, 'No, show again')];
  await expect.poll(async () => Object.keys(await reviewsOf(page)).length).toBe(2);
  await page.reload();
  await expect(page.getByText('1 card for now, 1 of them new.')).toBeVisible();
  await expect(page.getByText('1 of 3 days')).toBeVisible();
  await expect(page.getByText('≈ 2 of 2')).toHaveCount(1);
  await startPractice(page);
  await expect(session(page).getByText(/^1 of 1 · /u)).toBeVisible();
  fronts.push(await answer(page, 'No, show again'));
  await expect(page.getByText('Done for today. 2 return tomorrow.')).toBeFocused();
  expect(new Set(fronts).size).toBe(3);
  await expect(page.getByRole('button', { name: 'Start practicing' })).toBeHidden();
  await page.getByRole('button', { name: 'Ten cards more' }).click();
  await expect(session(page).getByText(/^1 of 10 · /u)).toBeVisible();
});

test('a set that was put together elsewhere is asked in its order, once, and leads back', long, async ({ page }) => {
  await page.goto('practice/?cards=optimistic-vs-pessimistic-locking,acid-properties,no-such-card');
  await expect(page.getByText(/^1 of 2 · /u)).toBeVisible();
  await answer(page, 'No, show again');
  await answer(page, 'No, show again');
  await expect(page.getByText('Done for today. 2 return tomorrow.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start practicing' })).toBeHidden();
  expect(Object.keys(await reviewsOf(page))).toEqual(['acid-properties', 'optimistic-vs-pessimistic-locking']);
  await page.getByRole('link', { name: "Back to today's set" }).click();
  await expect(page).toHaveURL(/\/interview\/$/u);
});

test('a session needs no mouse, and the last answer can be taken back', async ({ page }) => {
  await page.goto('practice/');
  const start = page.getByRole('button', { name: 'Start practicing' });
  await expect(start).toBeEnabled();
  await start.focus();
  await page.keyboard.press('Enter');
  await expect(session(page).getByRole('heading')).toBeFocused();
  const front = await session(page).getByRole('heading').textContent();
  await page.keyboard.press('Tab');
  await page.keyboard.type('1 and 3 are only text here, u too');
  await page.keyboard.press('Control+Enter');
  await expect(session(page).getByRole('button', { name: /^Yes, I knew it/u })).toContainText('in 2 days');
  await expect(session(page).getByRole('group').getByRole('button')).toHaveCount(2);
  await page.keyboard.press('3');
  await expect(session(page).getByRole('heading')).not.toHaveText(front ?? '');
  await page.keyboard.press('u');
  await expect(session(page).getByRole('heading')).toHaveText(front ?? '');
  await expect
    .poll(async () =>
      Object.values(await reviewsOf(page))
        .flat()
        .map(([, grade]) => grade),
    )
    .toEqual([0]);
});

test('a deck is chosen by its link, and an unknown role is answered with the nearest', async ({ page }) => {
  await page.goto('practice/?role=api-designer&level=beginner');
  await expect(page.getByRole('combobox', { name: 'Role' })).toHaveValue('api-designer');
  await page.getByRole('combobox', { name: 'Level' }).selectOption('Intermediate');
  await expect(page).toHaveURL(/\?role=api-designer&level=intermediate$/u);
  await page.goto('practice/?role=api-desinger');
  await expect(page.getByText('There is no role “api-desinger”')).toBeVisible();
  await page.getByRole('link', { name: 'API Designer' }).first().click();
  await expect(page.getByRole('combobox', { name: 'Role' })).toHaveValue('api-designer');
});

test('the checks of a topic join the queue', long, async ({ page }) => {
  await page.goto('practice/?topic=webhooks&checks=on');
  await startPractice(page);
  // The topic's questions come first, however many there are.
  const check = session(page).getByText(/Check · New$/u);
  const isCheck = async () => {
    await expect(session(page).getByRole('button', { name: 'Show answer' })).toBeVisible();
    return check.isVisible();
  };
  while (!(await isCheck())) await answer(page, 'Yes, I knew it');
  await answer(page, 'Yes, I knew it');
  await expect.poll(async () => Object.keys(await reviewsOf(page)).join(' ')).toContain('webhooks/');
});

test('a choice that loads late does not win over a later one', long, async ({ page }) => {
  const release = await holdBack(page, '**/practice/checks.json');
  await page.goto('practice/?topic=webhooks');
  const [count = ''] = (await page.getByText(/^\d+ cards for now/u).textContent())?.split(' ') ?? [];
  const checks = page.getByRole('checkbox', { name: /own checks/u });
  await checks.check();
  await startPractice(page);
  await checks.uncheck();
  release();
  await expect(session(page).getByText(`1 of ${count} · `)).toBeVisible();
});

test('a choice whose cards cannot be loaded does not begin with those of the choice before', long, async ({ page }) => {
  await page.route('**/practice/checks.json', (route) => route.abort());
  await page.goto('practice/?topic=webhooks');
  const start = page.getByRole('button', { name: 'Start practicing' });
  await expect(start).toBeEnabled();
  const checks = page.getByRole('checkbox', { name: /own checks/u });
  await checks.check();
  await expect(page.getByText('The cards could not be loaded. Check the connection')).toBeVisible();
  await expect(start).toBeHidden();
  await checks.uncheck();
  await expect(start).toBeEnabled();
});

test('storage that is full or blocked is said, and the session goes on', async ({ page }) => {
  const errors = watchErrors(page);
  await blockStorage(page);
  await page.goto('practice/');
  await startPractice(page);
  const first = await answer(page, 'Yes, I knew it');
  await expect(session(page).getByRole('heading')).not.toHaveText(first);
  await expect(page.getByText('Answers only last until you leave this page')).toBeAttached();
  expect(errors).toEqual([]);
});

test.describe('the list of questions', () => {
  test('is filtered, keeps the choice in the address, and leads to the same deck', async ({ page }) => {
    await page.goto('questions/');
    await page.getByRole('combobox', { name: 'Level' }).selectOption('Beginner');
    await expect(page).toHaveURL(/\?level=beginner$/u);
    const said = page.getByText(/^\d+ of \d+ questions: Beginner$/u);
    await expect(said).toBeVisible();
    const words = await said.textContent();
    await page.reload();
    await expect(said).toHaveText(words ?? '');
    await page.getByRole('link', { name: 'Practice these' }).click();
    await expect(page.getByRole('combobox', { name: 'Level' })).toHaveValue('beginner');
  });

  test('shows 25 at a time, the most asked first, and finds words', long, async ({ page }) => {
    await page.goto('questions/');
    const shown = page.locator('.row-list').getByRole('listitem');
    await expect(shown).toHaveCount(25);
    await expect(shown.first()).toContainText('asked very often');
    await page.getByRole('button', { name: 'Show 25 more' }).click();
    await expect(shown).toHaveCount(50);
    await expect(shown.nth(25).getByRole('link')).toBeFocused();
    await page.getByLabel('Words in the question').fill('ACID properties');
    await expect(shown).toHaveCount(1);
    await expect(page.getByText(/^1 of \d+ questions: “ACID properties”$/u)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Show \d+ more$/u })).toBeHidden();
  });
});

test.describe('a mock interview', () => {
  const link = 'practice/mock/?role=backend-developer&level=intermediate&minutes=30&seed=abc123';

  test('from a link is the same for everyone, and its scores go into the queue', long, async ({ page, context }) => {
    const titles = async (tab: Page) => {
      await tab.goto(link);
      await expect(tab.getByText(/^This link leads to \d questions for about \d+ minutes\./u)).toBeVisible();
      await startInterview(tab);
      const list: string[] = [];
      for (let more = true; more; ) {
        list.push((await interview(tab).getByRole('heading').textContent()) ?? '');
        await interview(tab).getByRole('button', { name: 'I have answered' }).click();
        await interview(tab).getByRole('radio', { name: /^Good/u }).check();
        const next = interview(tab).getByRole('button', { name: /^(?:Next question|To the summary)$/u });
        more = (await next.textContent()) === 'Next question';
        await next.click();
      }
      return list;
    };
    const mine = await titles(page);
    await expect(
      page.getByText(
        new RegExp(`^${mine.length} of ${mine.length} questions in 1 minute: 0 weak, ${mine.length} good`, 'u'),
      ),
    ).toBeVisible();
    await expect.poll(async () => Object.keys(await reviewsOf(page)).length).toBe(mine.length);
    expect(await titles(await context.newPage())).toEqual(mine);
  });

  test('of one’s own gets a link, and the next one asks something else', async ({ page }) => {
    await page.goto('practice/mock/');
    await page.getByRole('combobox', { name: 'Minutes' }).selectOption('15');
    await startInterview(page);
    await expect(page).toHaveURL(/minutes=15&seed=[a-z0-9]{6}$/u);
    const first = await interview(page).getByRole('heading').textContent();
    await interview(page).getByRole('button', { name: 'I have answered' }).click();
    await interview(page).getByRole('radio', { name: /^Weak/u }).check();
    await interview(page).getByRole('button', { name: 'End the interview' }).click();
    await expect(page.getByRole('region', { name: 'Summary' }).getByRole('link', { name: first ?? '-' })).toBeVisible();
    await page.getByRole('button', { name: 'Another interview' }).click();
    await startInterview(page);
    await expect(interview(page).getByRole('heading')).not.toHaveText(first ?? '');
  });

  test('goes on after a reload where it was', long, async ({ page }) => {
    await page.goto(link);
    await startInterview(page);
    await interview(page).getByRole('button', { name: 'I have answered' }).click();
    await interview(page)
      .getByRole('radio', { name: /^Strong/u })
      .check();
    await interview(page).getByRole('button', { name: 'Next question' }).click();
    const second = (await interview(page).getByRole('heading').textContent()) ?? '-';
    await interview(page).getByLabel('Your notes').fill('half a sentence');
    await page.reload();
    await expect(page.getByText(/It is under way: 1 of \d answered\./u)).toBeVisible();
    await page.getByRole('button', { name: 'Continue the interview' }).click();
    await expect(interview(page).getByRole('heading')).toHaveText(second);
    await expect(interview(page).getByLabel('Your notes')).toHaveValue('half a sentence');
    await interview(page).getByRole('button', { name: 'End the interview' }).click();
    await expect(page.getByText(/^1 of \d questions in 1 minute: 0 weak, 0 good, 1 strong/u)).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Start the interview' })).toBeVisible();
  });

  test('of which all was left out says that nothing went into the queue', long, async ({ page }) => {
    await page.goto(link);
    await startInterview(page);
    const leaveOut = page.getByRole('button', { name: 'Skip question' });
    await expect(leaveOut).toBeVisible();
    while (await leaveOut.isVisible()) await leaveOut.click();
    const summary = page.getByRole('region', { name: 'Summary' });
    await expect(summary).toContainText('Nothing was scored, so nothing went into your practice queue.');
    await expect(summary.getByText(/^Skipped ·/u).first()).toBeVisible();
  });

  test('says once, and not every second, that the time is up', long, async ({ page }) => {
    await page.clock.install();
    await page.goto(link);
    await startInterview(page);
    const timer = page.getByRole('timer');
    await expect(timer).toHaveText(/^0:0/u);
    await page.clock.fastForward('40:00');
    const said = page.getByText('The time is up. Finish in your own time.');
    await expect(said).toBeVisible();
    await said.evaluate((status) =>
      new MutationObserver(() => status.setAttribute('data-written', 'again')).observe(status, { childList: true }),
    );
    await page.clock.runFor('00:10');
    await expect(timer).toHaveText(/^40:1/u);
    await expect(said).not.toHaveAttribute('data-written');
  });
});

test('the placement asks at most 25 questions and marks what the reader agrees to', async ({ page }) => {
  await page.goto('practice/placement/');
  await page.getByRole('button', { name: 'Start the placement' }).click();
  const card = page.getByRole('region', { name: 'Placement' });
  await expect(card.getByRole('heading')).toBeFocused();
  await page.keyboard.press('1');
  await expect(card.getByText('Question 2 of at most 25')).toBeVisible();
  await card.getByRole('button', { name: /^Undo/u }).click();
  await expect(card.getByText('Question 1 of at most 25')).toBeVisible();
  for (let count = 0; count < 25 && (await card.isVisible()); count += 1) {
    await card.getByRole('button', { name: count % 3 === 2 ? /^Not yet/u : /^Yes/u }).click();
  }
  const result = page.getByRole('region', { name: 'What you most likely know' });
  await expect(result.getByText(/^After \d+ questions: about \d+ of \d+ topics\./u)).toBeVisible();
  const ticked = await result.getByRole('checkbox', { checked: true }).count();
  expect(ticked).toBeGreaterThan(10);
  await result.getByRole('button', { name: 'Mark these as done' }).click();
  await expect(result.getByText(`${ticked} topics marked as done.`)).toBeVisible();
  await result.getByRole('link', { name: 'To my progress' }).click();
  await expect(page.getByRole('heading', { name: `Done (${ticked})` })).toBeVisible();
});
