import { expect, type Page } from '@playwright/test';

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
