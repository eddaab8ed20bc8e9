import { expect, type Page } from '@playwright/test';
import { type Language, labOf } from '../support/lab-programs.ts';
import { labsOf, openAs } from './stored.ts';

export const status = (page: Page) => page.locator('[data-lab-status]');
const output = (page: Page) => page.locator('[data-lab-output]');

/** Opens a lab with the editor in it. */
export async function openLab(page: Page, language: Language = 'js'): Promise<void> {
  await page.goto(`labs/${labOf[language]}/`);
  await expect(page.locator('lab-workbench:defined')).toBeVisible();
  await page.locator('[data-lab-editor]').click();
  await expect(page.locator('.cm-content')).toBeFocused();
}

/** Opens a lab with code in it that the reader has written before, in this and in other labs. */
export async function openWith(page: Page, id: string, code: string | Record<string, string>): Promise<void> {
  const codes = Object.entries(typeof code === 'string' ? { [id]: code } : code);
  const labs = Object.fromEntries(codes.map(([lab, text]) => [lab, [text, 1, 0]]));
  await openAs(page, `labs/${id}/`, { 'wayline:labs': labsOf(labs) });
  await expect(page.locator('lab-workbench:defined')).toBeVisible();
}

/** Writes code in place of what is in the editor. */
export async function write(page: Page, code: string): Promise<void> {
  await page.locator('[data-lab-editor]').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(code);
}

export async function press(page: Page): Promise<void> {
  await page.locator('[data-lab-run]').click();
  await expect(status(page)).toHaveAttribute('data-state', /passed|failed|stopped/u, { timeout: 40_000 });
}

/** Runs code in the open page, and says how that ended and what was printed. */
export async function run(page: Page, code: string): Promise<{ readonly state: string; readonly printed: string }> {
  await write(page, code);
  await press(page);
  const state = (await status(page).getAttribute('data-state')) ?? '';
  return { state, printed: (await output(page).textContent()) ?? '' };
}
