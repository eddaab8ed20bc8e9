import { expect, type Page, test } from '@playwright/test';
import { long } from './long.ts';
import { openSecondWindow } from './second-window.ts';
import { chooseFile, progressOf, storedJson, storedText } from './stored.ts';
import { chooseState, doneButton, expectDone, expectState } from './topic-state.ts';

const topic = 'topics/indexing/';
const stored = (page: Page) => storedText(page, 'wayline:progress');

async function markDone(page: Page): Promise<void> {
  await page.goto(topic);
  await doneButton(page).click();
  await expect.poll(() => stored(page)).toContain('"indexing":["done"');
}

test('a topic marked on its page counts on every line that stops there, and survives a reload', async ({ page }) => {
  await markDone(page);
  await page.reload();
  await expectDone(page);
  for (const line of ['roadmaps/backend/', 'roadmaps/databases/']) {
    await page.goto(line);
    await expect(page.getByText(/^1 of \d+ topics done$/u)).toBeVisible();
    await expect(
      page.getByRole('button', { name: 'Mark done: Database indexing', pressed: true, includeHidden: true }).first(),
    ).toBeAttached();
  }
});

test('a stop is marked from a roadmap with the keyboard alone, and Tab leaves its menu', async ({ page }) => {
  await page.goto('roadmaps/backend/');
  const stop = page.getByRole('button', { name: /^Mark done: Error handling/u }).first();
  await stop.focus();
  await page.keyboard.press('Space');
  await expect(stop).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Space');
  await expect(stop).toHaveAttribute('aria-pressed', 'false');
  const others = page.getByRole('button', { name: 'Learning, review later or skip: Error handling' }).first();
  await others.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Not started' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(stop).toHaveAccessibleName('Mark done: Error handling (learning)');
  await expect(others).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await others.click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(others).not.toBeFocused();
});

test('a mark made in one tab shows in another, and neither loses the other’s', async ({ page: first }) => {
  await first.goto(topic);
  const second = await openSecondWindow(first);
  await second.goto('topics/jwt/');
  await Promise.all([doneButton(first).click(), chooseState(second, 'Learning')]);
  await expect.poll(() => stored(first)).toMatch(/"indexing":\["done".*"jwt":\["learning"/u);
  await second.goto(topic);
  await expectDone(second);
  await chooseState(first, 'To review');
  await expectState(second, 'To review');
});

test('a mark holds when the reader leaves with the very next click', async ({ page }) => {
  await page.goto(topic);
  await doneButton(page).click();
  await page.goto('progress/');
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
});

test('a mark shows on the roadmap that the reader goes back to', async ({ page }) => {
  await page.goto('roadmaps/databases/');
  await page.getByRole('main').getByRole('link', { name: 'Database indexing', exact: true }).first().click();
  await doneButton(page).click();
  await expect.poll(() => stored(page)).toContain('"indexing":["done"');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Mark done: Database indexing', pressed: true }).first()).toBeVisible();
});

test('many marks made in two tabs at once are all kept', long, async ({ page: first }) => {
  await first.goto('roadmaps/databases/');
  const second = await openSecondWindow(first);
  await second.goto('roadmaps/api-design/');
  const markFirst = async (page: Page, count: number) => {
    await page.locator('[data-ready]').waitFor();
    await page.locator('[data-phase]').evaluateAll((phases) => {
      for (const phase of phases) (phase as HTMLDetailsElement).open = true;
    });
    for (let index = 0; index < count; index += 1) {
      await page
        .locator('.stop:has(topic-mark[data-state="none"])')
        .getByRole('button', { name: /^Learning, review later or skip/u })
        .first()
        .click();
      await page.getByRole('menuitemradio', { name: 'Skipped' }).click();
    }
  };
  await Promise.all([markFirst(first, 8), markFirst(second, 8)]);
  const marked = async () => Object.keys((await storedJson(first, 'wayline:progress')).topics ?? {});
  await expect.poll(async () => (await marked()).length).toBeGreaterThanOrEqual(14);
  const kept = await marked();
  for (const page of [first, second]) {
    const skipped = await page
      .locator('topic-mark[data-state="skipped"]')
      .evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset['topic']));
    expect(kept).toEqual(expect.arrayContaining(skipped));
  }
});

test('a file that is none of ours is refused in words, and the marks stay', async ({ page }) => {
  await markDone(page);
  await page.goto('progress/');
  for (const text of ['', 'not json', '[]', '{"__proto__":{"done":1}}', { ...progressOf({}), topics: 7 }]) {
    await chooseFile(page, text);
    await expect(page.getByText('Nothing was imported.')).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
});

test('each topic has one stop on a roadmap, and every count of topics is the same', async ({ page }) => {
  await page.goto('roadmaps/nodejs/');
  const counted = Number(/\d+/u.exec(await page.locator('[data-count]').innerText())?.[0]);
  const topics = await page.locator('li.stop').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-topic')));
  expect(new Set(topics).size).toBe(topics.length);
  expect(topics).toHaveLength(counted);
  const inPhases = await page.locator('[data-phase-count]').allInnerTexts();
  expect(inPhases.reduce((sum, text) => sum + Number.parseInt(text, 10), 0)).toBe(counted);
  await expect(page.getByRole('list', { name: 'Circles' })).toHaveText(/Required\s*Recommended\s*Optional/u);
  expect(await page.locator('.roadmap-title .badge').boundingBox()).toMatchObject({ width: 40, height: 40 });
  for (const button of await page.locator('.roadmap-actions :is(a, button):visible').all())
    expect((await button.boundingBox())?.height).toBeCloseTo(44, 0);
  await page.goto('topics/nodejs-fundamentals/?line=nodejs');
  await doneButton(page).click();
  await page.goto('progress/');
  const started = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Node.js' }) });
  await expect(started).toContainText(`1 of ${counted}`);
  await expect(started).toContainText(`Topics (${counted})`);
});
