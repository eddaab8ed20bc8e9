import { expect, type Page, test } from '@playwright/test';
import { examplePlan } from '../support/example-data.ts';
import { longIf } from './long.ts';
import { interviewOf, notesOf, openAs, progressOf, storedText } from './stored.ts';
import { doneButton, expectDone } from './topic-state.ts';

const nothing = async () => {};
const markDone = (page: Page) => doneButton(page).click();
const openNotes = async (page: Page) => page.getByText('My notes and links').click();
const writeNote = async (page: Page) => {
  await openNotes(page);
  await page.getByLabel('My note').fill('mine');
  await page.getByLabel('My note').blur();
};
const practice = async (page: Page) => {
  await page.getByRole('button', { name: 'Start practicing' }).click();
  await page.getByRole('button', { name: 'Show answer' }).click();
  await page.getByRole('button', { name: /^Yes, I knew it/u }).click();
};
const writeCode = async (page: Page) => {
  await expect(page.locator('lab-workbench:defined')).toBeVisible();
  await page.locator('[data-lab-editor]').click();
  await page.keyboard.type('x');
};

interface Damage {
  readonly key: string;
  readonly text: string;
  readonly address: string;
  /** What the reader does before anything is said. */
  readonly act?: (page: Page) => Promise<void>;
  readonly words: string;
  /** What shows that the good part is still there. */
  readonly good?: (page: Page) => Promise<void>;
  readonly isLong?: boolean;
}

const damaged: Readonly<Record<string, Damage>> = {
  'progress that is no JSON': {
    key: 'wayline:progress',
    text: '{"broken',
    address: 'topics/indexing/',
    words: 'The stored progress could not be read.',
  },
  'one mark that makes no sense': {
    key: 'wayline:progress',
    text: JSON.stringify(progressOf({ 'caching-strategies': ['done', 9], indexing: ['paused', 9] })),
    address: 'topics/caching-strategies/',
    words: 'Some of the stored marks could not be read.',
    good: expectDone,
  },
  'one link that could run something': {
    key: 'wayline:notes',
    text: JSON.stringify(notesOf({ jwt: ['good', 1], 'jwt javascript:alert(1)': ['bad', 1] })),
    address: 'topics/jwt/',
    act: openNotes,
    words: 'Some of your stored notes could not be read.',
    good: (page) => expect(page.getByLabel('My note')).toHaveValue('good'),
    isLong: true,
  },
  'one answer that makes no sense': {
    key: 'wayline:practice',
    text: '{"kind":"wayline-practice","version":1,"reviews":{"acid-properties":[[1790000000000,3,0],["x",9,0]],"B A D":[]}}',
    address: 'practice/',
    words: 'Some of your stored answers could not be read.',
    good: async (page) =>
      expect(await storedText(page, 'wayline:practice')).toContain('"acid-properties":[[1790000000000,3,0]]'),
  },
  'work on labs that is no JSON': {
    key: 'wayline:labs',
    text: '{"damaged',
    address: 'labs/run-your-first-program/',
    words: 'Your stored work on labs could not be read.',
    isLong: true,
  },
  'plans that are none': {
    key: 'wayline:plan',
    text: '{"version":1',
    address: 'plan/',
    words: 'Your saved plans could not be read. A copy of them is kept in this browser.',
    isLong: true,
  },
  'one plan that makes no sense': {
    key: 'wayline:plan',
    text: JSON.stringify({ version: 1, plans: [examplePlan, 7] }),
    address: 'plan/',
    words: 'Some of your saved plans could not be read.',
    good: (page) => expect(page.getByRole('region', { name: 'Your plans' }).getByRole('listitem')).toHaveCount(1),
    isLong: true,
  },
  'an interview goal that makes no sense': {
    key: 'wayline:interview-goal',
    text: JSON.stringify(interviewOf({ role: 7 })),
    address: 'interview/',
    words: 'Your preparation could not be stored or read here.',
  },
  'an interview goal that a mock interview can make no sense of': {
    key: 'wayline:interview-goal',
    text: JSON.stringify(interviewOf({ role: 7 })),
    address: 'practice/mock/',
    words: 'The goal of your interview preparation could not be read',
    isLong: true,
  },
};

for (const [name, { key, text, address, act = nothing, words, good = nothing, isLong }] of Object.entries(damaged))
  test(`${name} is put aside with a word, and what is good stays`, longIf(isLong ?? false), async ({ page }) => {
    await openAs(page, address, { [key]: text });
    await act(page);
    await expect(page.getByText(words)).toBeVisible();
    await good(page);
    if (key === 'wayline:plan') await page.getByRole('button', { name: 'Next', exact: true }).click();
    expect(await page.evaluate(() => Object.values(localStorage))).toContain(text);
    if (key !== 'wayline:progress' || good === expectDone) return;
    await markDone(page);
    await page.reload();
    await expectDone(page);
  });

for (const [what, address, act] of [
  ['progress', 'topics/indexing/', markDone],
  ['notes', 'topics/jwt/', writeNote],
  ['practice', 'practice/', practice],
  ['labs', 'labs/run-your-first-program/', writeCode],
  ['plan', 'plan/', nothing],
] as const)
  test(`what a newer version stored of ${what} is left alone`, longIf(what !== 'progress'), async ({ page }) => {
    const newer = what === 'plan' ? '{"version":9,"plans":[]}' : `{"kind":"wayline-${what}","version":99}`;
    await openAs(page, address, { [`wayline:${what}`]: newer });
    await act(page);
    await expect(page.getByText(/(?:stored|written) by a newer version/u)).toBeVisible();
    expect(await storedText(page, `wayline:${what}`)).toBe(newer);
  });

for (const [error, words] of [
  ['QuotaExceededError', 'storage is full'],
  ['SecurityError', 'does not let this site store anything'],
] as const)
  test(`storage that refuses with ${error} is said, and marks and notes hold for the visit`, async ({ page }) => {
    await page.addInitScript((name) => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', name);
      };
    }, error);
    await page.goto('topics/jwt/');
    await markDone(page);
    await expect(page.getByText(words).first()).toBeVisible();
    await expectDone(page);
    await writeNote(page);
    await expect(page.locator('topic-notes').getByText(words)).toBeVisible();
    await expect(page.getByText('My notes and links (1 note)')).toBeVisible();
  });
