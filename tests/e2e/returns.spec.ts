import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { blockStorage, labsOf, openAs, practiceOf, type Stored, storedText } from './stored.ts';

const day = 86_400_000;
const now = Date.parse('2026-11-25T09:00:00Z');
const lab = 'run-your-first-program';

/** Opens a page as a reader who has something stored, on the day of `now`. */
async function openToday(page: Page, address: string, stored: Stored = {}): Promise<void> {
  await page.clock.setFixedTime(now);
  await openAs(page, address, stored);
}

const session = (page: Page) => page.getByRole('region', { name: 'Practice' });
const editor = (page: Page) => page.getByRole('textbox', { name: /^Code of this lab/u });

async function askForNoNewCards(page: Page): Promise<void> {
  await page.getByText('Limits and goal').first().click();
  await page.getByLabel('New cards a day').fill('0');
  await page.keyboard.press('Tab');
}

/** Writes code in place of what the editor has. */
async function write(page: Page, code: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

const solution = async (page: Page): Promise<string> =>
  JSON.parse((await page.locator('[data-lab-job]').textContent()) ?? '{}').solution;

test('a passed lab comes back 14 days later in an empty editor and can be passed again', async ({ page }) => {
  await openToday(page, `labs/${lab}/`);
  await write(page, await solution(page));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText('Passed. 1 of 15 first steps')).toBeVisible();
  const mine = (await editor(page).textContent()) ?? '';

  await page.clock.setFixedTime(now + 13 * day);
  await page.goto('./');
  await expect(page.getByText('Nothing is due today. 1 returns tomorrow.')).toBeVisible();
  await page.clock.setFixedTime(now + 14 * day);
  await page.reload();
  await page.getByRole('link', { name: /^1 lab due · \d+ min$/u }).click();
  await askForNoNewCards(page);
  await page.getByRole('button', { name: 'Start practicing' }).click();
  await session(page).getByRole('link', { name: 'Open the lab' }).click();

  await expect(page.getByRole('heading', { name: 'From an empty editor' })).toBeVisible();
  await expect(editor(page)).not.toHaveText(mine);
  await expect(page.getByRole('heading', { name: 'Hints' })).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toBeHidden();
  await expect(page.getByText('Ready to run.')).toBeVisible();
  await write(page, await solution(page));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByText('You remembered it.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Hints' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to the review' }).click();

  await expect(session(page).getByText('Passed again: you remembered it. It returns in 43 days.')).toBeVisible();
  await session(page).getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Done for today. 1 returns in 43 days.')).toBeFocused();
  await page.goto(`labs/${lab}/`);
  await expect(editor(page)).toHaveText(mine);
});

test('a lab that comes back does not count while it fails, and can be given up', long, async ({ page }) => {
  const passed = labsOf({ [lab]: ['// My code of long ago', 1, now - 20 * day] });
  await openToday(page, `labs/${lab}/#review`, { 'wayline:labs': passed });
  await write(page, '// Half of it');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.locator('[data-lab-check][data-state="failed"]').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Hint/u })).toBeHidden();
  expect(await storedText(page, 'wayline:practice')).toBeNull();
  await page.reload();
  await expect(editor(page)).toHaveText('// Half of it');
  await page.getByRole('button', { name: 'I don’t remember it' }).click();
  await expect(editor(page)).toHaveText('// My code of long ago');
  await expect(page.getByRole('heading', { name: 'Hints' })).toBeVisible();
  await page.goto('./');
  await expect(page.getByText('Done for today. 1 returns tomorrow.')).toBeVisible();
});

test('a missed prediction comes back as a card', async ({ page }) => {
  await openToday(page, 'topics/event-loop/');
  const predict = page.locator('[data-predict]').nth(1);
  await predict.getByRole('radio', { name: 'true' }).check();
  await predict.getByRole('button', { name: 'Check' }).click();
  await expect(predict.getByRole('status')).toHaveText(
    'It prints “false”, not “true”. It comes back as a review card tomorrow.',
  );
  const other = page.locator('[data-predict]').first();
  await other.getByRole('textbox').fill('callback');
  await other.getByRole('button', { name: 'Check' }).click();
  await expect(other.getByRole('status')).toContainText('comes back as a review card tomorrow.');

  await page.clock.setFixedTime(now + day);
  await page.goto('practice/?topic=event-loop');
  await askForNoNewCards(page);
  await expect(page.getByText('2 cards for now.')).toBeVisible();
  await page.getByRole('button', { name: 'Start practicing' }).click();
  const card = session(page);
  const answered: string[] = [];
  for (let left = 2; left > 0; left -= 1) {
    await expect(card.getByRole('heading', { name: 'What will this print?' })).toBeFocused();
    const isChoice = await card.getByRole('radio', { name: 'true' }).isVisible();
    await expect(card.getByRole('region', { name: 'Code' })).toContainText(isChoice ? 'timerRan' : 'setImmediate');
    if (isChoice) await card.getByRole('radio', { name: 'false' }).check();
    else await card.getByRole('textbox', { name: 'Your prediction' }).fill('callback\npromise');
    await card.getByRole('button', { name: 'Check' }).click();
    answered.push((await card.locator('[data-back]').textContent()) ?? '');
    await expect(card.getByRole('region', { name: 'Output' })).toBeVisible();
    await expect(card.getByRole('link', { name: 'The section that explains it' })).toHaveAttribute(
      'href',
      /\/topics\/event-loop\/#the-order-of-callbacks$/u,
    );
    await card.getByRole('button', { name: /^Next/u }).click();
  }
  expect(answered.toSorted()).toEqual([
    expect.stringMatching(/^Line 2 is “nextTick”\./u),
    expect.stringMatching(/^Right\./u),
  ]);
  await expect(page.getByText('Done for today. 1 returns tomorrow.')).toBeFocused();
});

test('a session mixes and ends', async ({ page }) => {
  const questions = ['acid-properties', 'optimistic-vs-pessimistic-locking', 'curl-works-browser-reports-cors'];
  const reviews = Object.fromEntries(questions.map((id) => [id, [[now - 30 * day, 3, 0]]]));
  const labs = { [lab]: ['', 1, now - 20 * day], 'describe-errors-as-problem-details': ['', 1, now - 2 * day] };
  await openToday(page, './', { 'wayline:practice': practiceOf(reviews), 'wayline:labs': labsOf(labs) });
  const due = page.getByRole('link', { name: /^3 cards and 1 lab due · \d+ min$/u });
  const words = (await due.textContent()) ?? '';
  await page.goto('progress/');
  await expect(page.getByRole('region', { name: 'Due for review' })).toContainText(`${words}.`);
  await page.goto('practice/');
  await askForNoNewCards(page);
  await expect(page.getByText('3 cards and 1 lab for now.')).toBeVisible();
  await page.getByRole('button', { name: 'Start practicing' }).click();
  const card = session(page);
  const kinds: string[] = [];
  for (let place = 1; place <= 4; place += 1) {
    const facts = card.getByText(new RegExp(`^${place} of 4 · `, 'u'));
    await expect(facts).toBeVisible();
    kinds.push((await facts.textContent())?.split(' · ')[2] ?? '');
    if (kinds.at(-1) === 'Lab') {
      // A reader may look at the lab and come back to the same place.
      await card.getByRole('link', { name: 'Open the lab' }).press('Enter');
      await page.getByRole('link', { name: 'Back to the review' }).press('Enter');
      await expect(facts).toBeVisible();
      await card.getByRole('button', { name: 'Not today' }).press('Enter');
    } else {
      await page.keyboard.press('Enter');
      await expect(card.getByRole('button', { name: /^Yes, I knew it/u })).toBeVisible();
      await page.keyboard.press('3');
    }
  }
  expect(kinds.filter((kind) => kind === 'Lab')).toHaveLength(1);
  // The lab was put off, so it can still be done.
  await expect(page.getByText('1 lab for now.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start practicing' })).toBeFocused();
});

test('where the browser stores nothing, a missed prediction says that it does not come back', async ({ page }) => {
  await blockStorage(page);
  await page.goto('topics/event-loop/');
  const predict = page.locator('[data-predict]').nth(1);
  await predict.getByRole('radio', { name: 'true' }).check();
  await predict.getByRole('button', { name: 'Check' }).click();
  await expect(predict.getByRole('status')).toContainText('could not be stored in your browser');
});
