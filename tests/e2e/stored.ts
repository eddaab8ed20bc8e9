import { expect, type Page } from '@playwright/test';

/** What a browser holds, by its key. What is no text is stored as JSON. */
export type Stored = Readonly<Record<string, unknown>>;

type Entries = Readonly<Record<string, unknown>>;

export const progressOf = (topics: Entries) => ({ kind: 'wayline-progress', version: 1, topics });
export const notesOf = (items: Entries) => ({ kind: 'wayline-notes', version: 1, items });
export const labsOf = (labs: Entries) => ({ kind: 'wayline-labs', version: 1, labs });
export const practiceOf = (reviews: Entries) => ({ kind: 'wayline-practice', version: 1, reviews });

export const interviewOf = (goal: Entries) => ({ kind: 'wayline-interview', version: 1, at: 9, goal });

/** A small file of the site: whatever is stored here is there when the first page opens. */
const emptyPage = 'favicon.svg';

/** Stores something beside what the browser of the open page holds. */
export const store = (page: Page, stored: Stored) =>
  page.evaluate((all) => {
    for (const [key, value] of Object.entries(all))
      localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
  }, stored);

/** Opens a page as someone whose browser holds something from an earlier visit. */
export async function openAs(page: Page, address: string, stored: Stored): Promise<void> {
  await page.goto(emptyPage);
  await store(page, stored);
  await page.goto(address);
}

export const storedText = (page: Page, key: string) => page.evaluate((name) => localStorage.getItem(name), key);

export const storedJson = async (page: Page, key: string) => JSON.parse((await storedText(page, key)) ?? '{}');

/** Lets the browser store nothing, and throw when it is asked to. */
export const blockStorage = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
  });

/** Chooses a file to import on the page of progress. */
export async function chooseFile(page: Page, value: unknown): Promise<void> {
  const chooser = page.locator('input[type="file"]');
  await expect(chooser).toBeEnabled();
  const buffer = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  await chooser.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
}
