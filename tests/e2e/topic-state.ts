import { expect, type Page } from '@playwright/test';
import { progressOf, store } from './stored.ts';

const rail = (page: Page) => page.getByRole('complementary', { name: 'About this topic' });

/** The button beside the text of a topic that finishes it. */
export const doneButton = (page: Page) => rail(page).getByRole('button', { name: /^(?:Mark done|Done)$/u });

/** Chooses one of the other states behind “⋯”. */
export async function chooseState(page: Page, state: 'Not started' | 'Learning' | 'To review' | 'Skipped') {
  await rail(page)
    .getByRole('button', { name: /^Learning, review later or skip/u })
    .click();
  await page.getByRole('menuitemradio', { name: state }).click();
}

export const expectDone = (page: Page) => expect(doneButton(page)).toHaveAttribute('aria-pressed', 'true');

/** Expects one of the states that stand beside the button. */
export const expectState = (page: Page, state: 'Learning' | 'To review' | 'Skipped') =>
  expect(rail(page).getByText(state, { exact: true })).toBeVisible();

/** Marks topics as a visit before this one did. */
export async function markBefore(page: Page, topics: readonly string[]): Promise<void> {
  await page.goto('about/');
  await store(page, { 'wayline:progress': progressOf(Object.fromEntries(topics.map((id) => [id, ['done', 9]]))) });
}

/** Opens the last topic of the first phase of the Beginner path, when all others of the phase are done. */
export async function openLastOfPhase(page: Page): Promise<{ readonly id: string; readonly title: string }> {
  await page.goto('roadmaps/beginner/');
  const phase = page.locator('.strip-phase').first();
  const topics = await phase
    .locator('li[data-topic]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-topic') ?? ''));
  const found = { id: (await phase.getAttribute('id')) ?? '', title: await phase.locator('h2').innerText() };
  await markBefore(page, topics.slice(0, -1));
  await page.goto(`topics/${topics.at(-1)}/?line=beginner`);
  return found;
}
