import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { findFaults } from './axe.ts';
import { openSecondWindow } from './second-window.ts';
import { chooseState, doneButton, expectDone, expectState } from './topic-state.ts';

/** Playwright's own arguments switch off the cache that Back is answered from. */
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
});

const progressOf = (topics: Readonly<Record<string, unknown>>) => ({ kind: 'wayline-progress', version: 1, topics });
const notesOf = (items: Readonly<Record<string, unknown>>) => ({ kind: 'wayline-notes', version: 1, items });

/** Opens a page as a reader whose browser holds the given texts. */
async function openAs(page: Page, address: string, stored: Readonly<Record<string, unknown>>): Promise<void> {
  await page.goto('about/');
  await page.evaluate((all) => {
    for (const [key, value] of Object.entries(all))
      localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
  }, stored);
  await page.goto(address);
}

const stored = (page: Page, key: string) => page.evaluate((name) => localStorage.getItem(name), key);

async function chooseFile(page: Page, value: unknown): Promise<void> {
  const chooser = page.locator('input[type="file"]');
  await expect(chooser).toBeEnabled();
  const buffer = Buffer.from(JSON.stringify(value));
  await chooser.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
}

async function forgetEverything(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete my data…' }).click();
  await expect(page.getByText('All your data is deleted.')).toBeVisible();
}

async function openNote(page: Page, topic: string): Promise<void> {
  await page.goto(`topics/${topic}/`);
  await page.getByText('My notes and links').click();
  await expect(page.getByLabel('My note')).toBeVisible();
}

test('what was forgotten stays forgotten after Back', async ({ page }) => {
  // Chromium tells a page that Back shows what was stored meanwhile; Firefox and WebKit do not.
  await page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation()));
  await openAs(page, 'topics/indexing/', {
    'wayline:progress': progressOf({ indexing: ['done', 9], jwt: ['learning', 9] }),
    'wayline:notes': notesOf({ indexing: ['private', 9] }),
  });
  await expect(page.getByLabel('My note')).toHaveValue('private');
  await page.goto('progress/');
  await forgetEverything(page);
  // A page from the cache is not loaded again, so there is no load to wait for.
  await page.goBack({ waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState === 'complete');
  await expect(doneButton(page)).toHaveAttribute('aria-pressed', 'false');
  await page.getByText('My notes and links').click();
  await expect(page.getByLabel('My note')).toHaveValue('');
  await chooseState(page, 'Learning');
  await expect.poll(() => stored(page, 'wayline:progress')).toMatch(/"topics":\{"indexing":\["learning",\d+\]\}/u);
  expect(await stored(page, 'wayline:notes')).toBeNull();
});

test('a topic can be finished where every use of storage throws', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['getItem', 'setItem', 'removeItem'] as const)
      Storage.prototype[name] = () => {
        throw new Error('The disk is damaged.');
      };
  });
  await page.goto('topics/indexing/');
  await doneButton(page).click();
  await expect(page.getByText(/^Done\. /u)).toBeVisible();
  await expectDone(page);
});

for (const count of [16_000, 90_000]) {
  test(`a file with ${count} marks is refused at once, in words`, { tag: '@long' }, async ({ page }) => {
    await openAs(page, 'progress/', { 'wayline:progress': progressOf({ indexing: ['done', 9] }) });
    const topics = Object.fromEntries(Array.from({ length: count }, (_, index) => [`topic-${index}`, ['done', 9]]));
    await chooseFile(page, progressOf(topics));
    const words = `Nothing was imported. The file has ${count.toLocaleString('en')} marks; at most 10,000 of each`;
    await expect(page.getByText(words)).toBeVisible({ timeout: 5000 });
    await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  });
}

test('with 90,000 stored marks a page opens and takes another mark within seconds', { tag: '@long' }, async ({
  page,
}) => {
  const topics = Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [`topic-${index}`, ['done', 9]]));
  await openAs(page, 'topics/indexing/', { 'wayline:progress': progressOf(topics) });
  await doneButton(page).click({ timeout: 5000 });
  await expect.poll(() => stored(page, 'wayline:progress'), { timeout: 5000 }).toContain('"indexing":["done"');
});

for (const [name, openOther] of [
  ['two windows', (page: Page) => openSecondWindow(page)],
  ['two tabs', (page: Page) => page.context().newPage()],
] as const) {
  test(`a note that is written in ${name} at the same time keeps both texts, and says so`, { tag: '@long' }, async ({
    page: first,
  }) => {
    const second = await openOther(first);
    await openNote(first, 'jwt');
    await openNote(second, 'jwt');
    await Promise.all([
      first.getByLabel('My note').fill('from the first'),
      second.getByLabel('My note').fill('from the second'),
    ]);
    const said = 'Another tab changed this note at the same time. Both texts are kept';
    await expect
      .poll(async () => (await Promise.all([first, second].map((page) => page.getByText(said).count()))).includes(1))
      .toBe(true);
    for (const page of [first, second]) {
      await expect(page.getByLabel('My note')).toHaveValue(/from the first/u);
      await expect(page.getByLabel('My note')).toHaveValue(/from the second/u);
      await expect(page.getByLabel('My note')).toHaveValue(/\w\n\n---\n\n\w/u);
    }
    expect(JSON.parse((await stored(first, 'wayline:notes')) ?? '').items.jwt[0]).toBe(
      await first.getByLabel('My note').inputValue(),
    );
  });
}

test('what was put aside as unreadable can be seen, exported and deleted', { tag: '@long' }, async ({ page }) => {
  await openAs(page, 'progress/', {
    'wayline:progress': '{"broken <b>progress</b>',
    'wayline:notes:unreadable:1790000000000': `{"${'x'.repeat(5000)}`,
  });
  const part = page.getByRole('region', { name: 'What could not be read' });
  await expect(part.getByRole('listitem')).toHaveCount(2);
  await expect(part.getByText(/Notes and links, put aside on September 2[12], 2026: 5002 characters/u)).toBeVisible();
  const progress = part.getByRole('listitem').filter({ hasText: 'Progress' });
  await progress.getByText('Show the text').click();
  await expect(progress.getByText('{"broken <b>progress</b>')).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await progress.getByRole('button', { name: 'Export' }).click();
  expect(readFileSync(await (await download).path(), 'utf8')).toBe('{"broken <b>progress</b>');
  page.once('dialog', (dialog) => void dialog.accept());
  await progress.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The text was deleted.')).toBeVisible();
  await expect(part.getByRole('listitem')).toHaveCount(1);
  expect(await stored(page, 'wayline:progress:unreadable')).toBeNull();
});

test('forgetting everything takes along what was put aside, searches and an unfinished interview', {
  tag: '@long',
}, async ({ page }) => {
  await openAs(page, 'progress/', {
    'wayline:progress': '{"broken',
    'wayline:practice': '{"broken',
    'wayline:notes': notesOf({ indexing: ['private', 9], jwt: 7 }),
    'wayline:notes:unreadable:1790000000000': 'older',
    'wayline:recent-searches': ['private search'],
    'wayline:pinned-searches': ['pinned search'],
  });
  await page.evaluate(() => sessionStorage.setItem('wayline:interview', '{}'));
  await expect(page.getByRole('region', { name: 'What could not be read' }).getByRole('listitem')).toHaveCount(4);
  await forgetEverything(page);
  await expect(page.getByRole('region', { name: 'What could not be read' })).toBeHidden();
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
});

const mine = {
  'wayline:progress': progressOf({ indexing: ['done', 9], jwt: ['learning', 9] }),
  'wayline:notes': notesOf({ indexing: ['mine', 9] }),
};
const file = {
  ...progressOf({ indexing: ['skipped', 99], caching: ['review', 99] }),
  notes: notesOf({ indexing: ['theirs', 99] }),
};

async function importFile(page: Page, value: unknown): Promise<void> {
  await chooseFile(page, value);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/^Imported: /u)).toBeVisible();
}

const topicsOf = async (page: Page) => JSON.parse((await stored(page, 'wayline:progress')) ?? '{}').topics;

test('an import is undone with one click, in other tabs too, and later changes stay', async ({ page }) => {
  await openAs(page, 'progress/', mine);
  const other = await openSecondWindow(page);
  await other.goto('topics/indexing/');
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  await importFile(page, file);
  await expectState(other, 'Skipped');
  await other.goto('topics/http-caching/');
  await doneButton(other).click();
  await other.goto('topics/indexing/');
  await expect(other.getByLabel('My note')).toHaveValue('theirs');
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByRole('status').getByText('The import was undone.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  await expectDone(other);
  await expect(other.getByLabel('My note')).toHaveValue('mine');
  expect(await topicsOf(page)).toEqual({
    'http-caching': ['done', expect.any(Number)],
    indexing: ['done', 9],
    jwt: ['learning', 9],
  });
  // What the other tab knew of the import does not come back with its next change.
  await chooseState(other, 'To review');
  await expect.poll(async () => (await topicsOf(page)).indexing[0]).toBe('review');
  expect(Object.keys(await topicsOf(page))).toEqual(['http-caching', 'indexing', 'jwt']);
});

test('an import can be undone after a reload, and no more after everything was forgotten', { tag: '@long' }, async ({
  page,
}) => {
  await openAs(page, 'progress/', mine);
  await importFile(page, file);
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import was undone.')).toBeVisible();
  expect(await topicsOf(page)).toEqual(mine['wayline:progress'].topics);
  await importFile(page, file);
  await forgetEverything(page);
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  await page.reload();
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
});

test('dates from the future are brought to the present on import', { tag: '@long' }, async ({ page }) => {
  const future = Date.UTC(2099, 0, 1);
  await openAs(page, 'progress/', mine);
  await importFile(page, {
    ...progressOf({ caching: ['review', future] }),
    notes: notesOf({ caching: ['theirs', future] }),
  });
  const [mark] = [(await topicsOf(page)).caching];
  const note = JSON.parse((await stored(page, 'wayline:notes')) ?? '{}').items.caching;
  for (const [, at] of [mark, note]) expect(at).toBeLessThanOrEqual(Date.now());
});

test('saved plans and the interview goal come back from a backup, and go with its undo', async ({ page }) => {
  const plan = { id: 'a1', title: 'Go in spring', address: 'v=1&lines=go&from=2027-03-01', changed: 9 };
  const goal = { role: 'go-developer', level: 'advanced', language: 'go', date: '', minutes: 30, from: '2026-11-01' };
  await openAs(page, 'progress/', {});
  await importFile(page, {
    ...progressOf({ indexing: ['done', 9] }),
    plans: { version: 1, plans: [plan] },
    interview: { kind: 'wayline-interview', version: 1, at: 9, goal },
  });
  await page.goto('plan/');
  await expect(page.getByText('Go in spring')).toBeVisible();
  expect(JSON.parse((await stored(page, 'wayline:interview-goal')) ?? '{}').goal).toEqual(goal);
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import was undone.')).toBeVisible();
  expect(JSON.parse((await stored(page, 'wayline:plan')) ?? '{}').plans).toEqual([]);
  expect(JSON.parse((await stored(page, 'wayline:interview-goal')) ?? '{}').goal).toBeUndefined();
});
