import { expect, type Page } from '@playwright/test';

type StateName = 'Done' | 'Learning' | 'To review' | 'Skipped';

/** The reader's own part beside the text of a topic. */
const rail = (page: Page) => page.getByRole('complementary');
const doneButton = (page: Page) => rail(page).getByRole('button', { name: /^(?:Mark done|Done)$/u });

/** Sets the state of the topic whose page is open: done by its button, another by the menu beside it. */
export async function markAs(page: Page, state: StateName, options: { readonly timeout?: number } = {}): Promise<void> {
  if (state === 'Done') {
    await doneButton(page).click(options);
    return;
  }
  await rail(page)
    .getByRole('button', { name: /^Learning, review later or skip/u })
    .click(options);
  await page.getByRole('menuitemradio', { name: state }).click();
}

/** Expects the topic whose page is open to have a state. */
export async function expectState(page: Page, state: StateName | 'Not started'): Promise<void> {
  const isLearned = state === 'Done' || state === 'To review';
  await expect(doneButton(page)).toHaveAttribute('aria-pressed', String(isLearned));
  if (state !== 'Done' && state !== 'Not started')
    await expect(rail(page).getByText(state, { exact: true })).toBeVisible();
}
