import { expect, type Page, test } from '@playwright/test';
import { exampleGoal, examplePlan } from '../support/example-data.ts';
import { findFaults } from './axe.ts';
import { long } from './long.ts';
import { openSecondWindow } from './second-window.ts';
import {
  chooseFile,
  interviewOf,
  labsOf,
  notesOf,
  openAs as openPage,
  practiceOf,
  progressOf,
  type Stored,
  storedJson,
  storedText,
} from './stored.ts';
import { chooseState, doneButton, expectDone, expectState } from './topic-state.ts';
import { download, pressButton } from './watch.ts';

/** A reader with some of everything. Times are long past, so that all cards are due; the check is no longer there. */
const reader = {
  'wayline:progress': progressOf({
    indexing: ['done', 9],
    jwt: ['learning', 9],
    'error-handling': ['review', 9],
    caching: ['skipped', 9],
  }),
  'wayline:practice': {
    ...practiceOf({ 'acid-properties': [[9, 3, 60]], 'indexing/0a1b2c3': [[9, 3, 60]] }),
    settings: { perDay: 30, newPerDay: 8, daysPerWeek: 3, fourGrades: false, at: 9 },
    interviews: [],
  },
  'wayline:notes': notesOf({ indexing: ['Leftmost first', 9], 'jwt https://example.com/': ['A text', 9] }),
};

const doneTopics = (count: number) =>
  progressOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`topic-${at}`, ['done', 9]])));

/** Opens a page as a reader whose browser holds the given texts, with the closed parts of My progress open. */
async function openAs(page: Page, address: string, stored: Stored = reader): Promise<void> {
  await openPage(page, address, stored);
  await openParts(page);
}

async function openParts(page: Page): Promise<void> {
  await page.locator('details.collection').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '');
  });
}

const topicsOf = async (page: Page) => (await storedJson(page, 'wayline:progress')).topics;
const allStored = (page: Page) =>
  Promise.all(
    ['progress', 'practice', 'notes'].map(async (name) =>
      JSON.parse((await storedText(page, `wayline:${name}`)) ?? 'null'),
    ),
  );

/** The rows of what a file will change: the kind of item, then how many are new, changed and untouched. */
const changesIn = (page: Page) => page.getByRole('region', { name: 'What the file will change' }).locator('tbody tr');

async function importFile(page: Page, value: unknown): Promise<void> {
  await chooseFile(page, value);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/^Imported: /u)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeVisible();
}

const saved = async (page: Page, button: string) => (await download(page, () => pressButton(page, button))).text;

async function forgetEverything(page: Page): Promise<void> {
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete my data…' }).click();
  await expect(page.getByText('All your data is deleted.')).toBeVisible();
}

test('my progress is one grid: next beside the calendar, four figures, roadmaps, aim, data', async ({ page }) => {
  const checks: { id: string }[] = await (await page.request.get('practice/checks.json')).json();
  const check = checks.find(({ id }) => id.startsWith('indexing/'))?.id ?? '';
  const practice = reader['wayline:practice'];
  const now = Date.now();
  const labs = { 'newest-order-of-each-customer': ['', 1, 1], 'run-your-first-program': ['x', 1, 0] };
  await openAs(page, 'progress/', {
    ...reader,
    'wayline:progress': progressOf({ ...reader['wayline:progress'].topics, indexing: ['done', now] }),
    'wayline:practice': { ...practice, reviews: { ...practice.reviews, [check]: [[9, 3, 60]] } },
    'wayline:labs': labsOf(labs),
  });
  const figures = page.locator('dl').filter({ hasText: 'Topics learned' });
  await expect(figures.getByRole('definition')).toHaveText([/^2 of \d{3}$/u, /^1 of \d{3}$/u, '3', /^\d+$/u]);
  await expect(figures.getByRole('term')).toHaveText([
    'Topics learned',
    'Labs passed',
    'Cards reviewed',
    'Hours studied',
  ]);
  await expect(page.getByText('2 cards and 1 lab due · 23 min. You marked 1 topic to review.')).toBeVisible();
  const due = page.getByRole('region', { name: 'Due for review' });
  await due.getByText('By topic').click();
  await expect(due.getByRole('link', { name: 'Database indexing' })).toHaveAttribute(
    'href',
    /practice\/\?topic=indexing/u,
  );
  await expect(page.getByText('Active on 1 day in the last twelve weeks.')).toBeVisible();
  await expect(page.locator('[data-activity-days] span').first()).toHaveCSS('width', '18px');
  await expect(page.getByText(/^\d+ skills from 2 topics\.$/u)).toBeVisible();
  await expect(page.getByText('Leftmost first')).toBeVisible();
  await expect(page.locator('[data-id="backend"]')).toContainText(/\d+ of \d+ topics done/u);
  const heads = ['Continue', 'The last twelve weeks', 'Roadmaps you started', 'Your aim', 'Your data'];
  const tops = [];
  for (const name of heads) tops.push((await page.getByRole('heading', { name, exact: true }).boundingBox())?.y ?? 0);
  expect(tops[1]).toBe(tops[0]);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});

test('an empty page of progress offers the first lab and the placement', async ({ page }) => {
  await page.goto('progress/');
  const lab = page.getByRole('link', { name: 'Start the first lab' });
  await expect(lab).toHaveAttribute('href', /\/labs\/run-your-first-program\/$/u);
  await expect(page.getByRole('link', { name: 'Find my level' })).toHaveAttribute('href', /\/practice\/placement\/$/u);
  await expect(page.getByText('Topics learned')).toBeHidden();
});

test('my progress fits a phone and prints whole', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAs(page, 'progress/');
  await expect(page.locator('[data-roadmaps] > ul > li:visible')).toHaveCount(3);
  await page.locator('details.collection').evaluateAll((parts) => {
    for (const part of parts) part.removeAttribute('open');
  });
  expect((await page.getByRole('main').boundingBox())?.height).toBeLessThanOrEqual(2300);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Leftmost first')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back up' })).toBeHidden();
});

test('cards that could not be loaded are not said to be fresh', long, async ({ page }) => {
  await page.route('**/practice/cards.json', (route) => route.abort());
  await openAs(page, 'progress/');
  await expect(page.getByRole('region', { name: 'Due for review' })).toContainText(
    'Your reviews could not be loaded. Reload the page when you are online.',
  );
});

test('without the list of roadmaps my progress says so, shows my topics and still backs up', long, async ({ page }) => {
  await page.route('**/progress/roadmaps.json', (route) => route.abort());
  await openAs(page, 'progress/');
  await expect(
    page.getByRole('status').getByText('Your roadmaps could not be loaded. Reload the page when you are online.'),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Roadmaps you started' })).toBeHidden();
  expect(JSON.parse(await saved(page, 'Back up'))).toMatchObject(reader['wayline:progress']);
});

test('filters for the level and for what I know stay in the address', long, async ({ page }) => {
  await openAs(page, 'progress/');
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  await page.getByLabel('Hide what I know').check();
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Skipped (1)' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'To review (1)' })).toBeVisible();
  await page.getByLabel('Level').selectOption('expert');
  await expect(page.getByText('None of the topics you marked match these filters.')).toBeVisible();
  await expect(page).toHaveURL(/\?level=expert&hide=known$|\?hide=known&level=expert$/u);
  await page.reload();
  await openParts(page);
  await expect(page.getByLabel('Level')).toHaveValue('expert');
  await expect(page.getByLabel('Hide what I know')).toBeChecked();
  await page.goto('progress/?level=%3Cscript%3E&hide=all&role=astronaut');
  await openParts(page);
  const filters = page.getByRole('group', { name: 'What is listed' });
  const said = filters.locator('+ *');
  await expect(said).toHaveText('There is no level “<script>”, so all levels are shown.');
  await expect(page.getByText('There is no role “astronaut” here. Choose one.')).toBeVisible();
  await expect(page.getByLabel('Level')).toHaveValue('');
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  await page.getByLabel('Level').selectOption('expert');
  await expect(said).toHaveText('');
});

test('what is left to a role is counted from my marks, and leads to a plan', long, async ({ page }) => {
  await openAs(page, 'progress/');
  await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Backend Developer' });
  const said = page.getByText(
    /^\d+ topics left for Backend Developer, about \d+ hours\. You can start \d+ of them now\.$/u,
  );
  await expect(said).toBeVisible();
  await expect(page).toHaveURL(/role=backend-developer/u);
  const words = await said.textContent();
  await page.getByRole('link', { name: 'What Backend Developer asks for' }).click();
  await expect(page.locator('role-left')).toHaveText(words ?? '');
  await page.goBack();
  await page.getByRole('link', { name: 'Plan this with dates' }).click();
  await expect(page.getByText(/You finish on/u).first()).toBeVisible();
});

test('two open lists of stops are both drawn whole when a filter changes', long, async ({ page }) => {
  await openAs(page, 'progress/');
  const visible = page.locator('[data-roadmaps] > ul > li:visible details');
  const lists = [visible.nth(0), visible.nth(1)];
  for (const list of lists) await list.locator('summary').click();
  await page.getByRole('combobox', { name: 'Level' }).selectOption('intermediate');
  for (const list of lists) {
    const count = Number(/\d+/u.exec((await list.locator('summary').textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(5);
    await expect(list.locator('ol > li')).toHaveCount(count);
  }
});

test('everything leaves as Markdown and as one file, and comes back from it after it was forgotten', async ({
  page,
}) => {
  await openAs(page, 'progress/');
  const markdown = await saved(page, 'Export as Markdown');
  expect(markdown).toContain('## Done (1)');
  expect(markdown).toContain('> Leftmost first');
  expect(markdown).toContain('- [A text](<https://example.com/>)');
  expect(markdown).toMatch(/- Databases: \d+ of \d+ topics done/u);
  const before = await allStored(page);
  const text = await saved(page, 'Back up');
  await forgetEverything(page);
  await expect(page.getByText('Nothing here yet.')).toBeVisible();
  await expect(page.getByText('None yet.')).toBeVisible();
  expect(await allStored(page)).toEqual([null, null, null]);
  await chooseFile(page, text);
  await expect(changesIn(page)).toHaveText([
    /^Topics\s*4\s*0\s*0$/u,
    /^Practice\s*3\s*0\s*0$/u,
    /^Notes and links\s*2\s*0\s*0$/u,
  ]);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  expect(await allStored(page)).toEqual(before);
});

test('an export takes marks of a newer version along as they are', long, async ({ page }) => {
  const newer = { kind: 'wayline-progress', version: 99, topics: { indexing: { state: 'done' } } };
  await openAs(page, 'progress/', { ...reader, 'wayline:progress': newer });
  const file = JSON.parse(await saved(page, 'Back up'));
  expect(file).toMatchObject(newer);
  expect(file.notes).toMatchObject({ items: { indexing: ['Leftmost first', 9] } });
});

test('an import shows how much will change before it does, and Cancel changes nothing', async ({ page }) => {
  await openAs(page, 'progress/');
  const before = await allStored(page);
  const topics = { indexing: ['learning', 1], jwt: ['done', 99], sql: ['nonsense', 1], 'http-caching': ['done', 5] };
  const changed = { ...progressOf(topics), notes: notesOf({ indexing: ['<img src=x>', 99] }) };
  await chooseFile(page, changed);
  await expect(page.getByRole('heading', { name: 'What the file will change' })).toBeFocused();
  await expect(page.getByText('1 of its marks could not be read')).toBeVisible();
  await expect(page.getByText('For each item, the newer version wins')).toBeVisible();
  await expect(changesIn(page)).toHaveText([
    /^Topics\s*1\s*1\s*3$/u,
    /^Practice\s*0\s*0\s*3$/u,
    /^Notes and links\s*0\s*1\s*1$/u,
  ]);
  expect(await findFaults(page)).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Nothing was imported.')).toBeVisible();
  expect(await allStored(page)).toEqual(before);
  await chooseFile(page, changed);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('Imported: 1 new, 2 changed.')).toBeVisible();
  await expect(page.getByText('<img src=x>').first()).toBeVisible();
});

test('after much change a quiet line asks for an export, until it is put off or done', long, async ({ page }) => {
  await openAs(page, 'progress/', { 'wayline:progress': doneTopics(30) });
  const line = page.getByText('You have no backup: 30 marks and notes are only in this browser.');
  await expect(line).toBeVisible();
  await page.getByRole('button', { name: 'Remind me later' }).click();
  await expect(line).toBeHidden();
  await page.reload();
  await expect(page.getByText('Nothing here yet.')).toBeVisible();
  await expect(line).toBeHidden();
});

test('the browser is asked to keep what is stored, and its answer is said', long, async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve(false);
  });
  await openAs(page, 'progress/');
  await expect(page.getByText('You can ask yours to keep it.')).toBeVisible();
  await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
  await expect(page.getByText('Your browser hasn’t agreed to keep your data permanently')).toBeVisible();
  await page.evaluate(() => {
    navigator.storage.persist = () => Promise.resolve(true);
  });
  await page.getByRole('button', { name: 'Export as Markdown' }).click();
  await expect(page.getByText('Your browser has agreed to keep your data')).toBeVisible();
});

test('a mentor sees a learner’s progress beside their own, and can add it', long, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAs(page, 'progress/');
  await page.getByRole('button', { name: 'Copy share link' }).click();
  await expect(page.getByText('The link was copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link.length).toBeLessThan(400);
  const mentor = progressOf({ indexing: ['done', 9], 'sql-basics': ['done', 9], jwt: ['done', 9] });
  await openAs(page, 'roles/', { 'wayline:progress': mentor });
  await page.getByRole('link', { name: 'Compare what your people know' }).click();
  const before = await allStored(page);
  await page.getByLabel('Their links').fill(link);
  await page.getByRole('button', { name: 'Compare' }).click();
  const shared = page.getByRole('heading', { name: 'Someone shared their progress with you' });
  await expect(shared).toBeFocused();
  await expect(page.getByText('Your own marks don’t change.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Database indexing/u })).toHaveText(/2 of 2\s*Done\s*Done/u);
  await expect(page.getByRole('row', { name: /^JWT authentication/u })).toHaveText(/1 of 2\s*Done\s*Learning/u);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(shared).toBeHidden();
  await expect(page).toHaveURL(/\/progress\/team\/$/u);
  expect(await allStored(page)).toEqual(before);
  await page.goto(link);
  await page.getByRole('button', { name: 'Add these marks to mine' }).click();
  await expect(page.getByText('The shared marks were added to yours.')).toBeVisible();
  await page.goto('progress/');
  await expect(page.getByRole('heading', { name: 'To review (1)' })).toBeVisible();
});

test('a damaged link is said to be one, and the marks stay', long, async ({ page }) => {
  await openAs(page, './');
  for (const fragment of ['shared=', 'shared=v1.%00<script>']) {
    await page.goto(`progress/#${fragment}`);
    await expect(page.getByText('There is no progress to show.')).toBeVisible();
    await page.goto('./');
  }
  expect(Object.keys(await topicsOf(page))).toHaveLength(4);
});

test('links of a team become a table of topics by people, which survives a reload', async ({ page }) => {
  await openAs(page, 'progress/team/');
  const field = page.getByLabel('Their links');
  await field.fill('hello');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('There is no progress link here.')).toBeVisible();
  await field.fill(
    'Ada: https://wayline.example/progress/#shared=v1.AQ\nnothing\nBen #shared=v1.kiQJ\nCat #shared=v2.x',
  );
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('Not read: line 2.')).toBeVisible();
  for (const isAgain of [false, true]) {
    if (isAgain) await page.reload();
    await expect(page.getByRole('heading', { name: 'Your team, topic by topic' })).toBeVisible();
    await expect(page.getByText('3 people, you included.')).toContainText(
      '1 link could not be read; ask for it again.',
    );
    const table = page.getByRole('group', { name: 'Topics and who knows them' });
    await expect(table.getByRole('columnheader')).toHaveText(['Topic', 'Know it', 'You', 'Ada', 'Ben']);
    const known = (await table.locator('tbody tr td:nth-child(2)').allTextContents()).map(Number.parseFloat);
    expect(known.length).toBeGreaterThan(2);
    expect(known).toEqual(known.toSorted((a, b) => a - b));
    await page.getByLabel('Topics of').selectOption({ label: 'Databases' });
    await expect(table.locator('caption')).toHaveText(/^\d\d topics$/u);
  }
});

test('a link to a comparison of plans opens the plan', long, async ({ page }) => {
  await page.goto(`progress/#plan=${encodeURIComponent('v=1&lines=databases&from=2027-03-01')}`);
  await expect(page).toHaveURL(/\/plan\/#v=1&lines=databases/u);
  await expect(page.getByRole('heading', { name: /You finish on/u })).toBeVisible();
});

test('with 90,000 stored marks a page opens and takes another mark within seconds', long, async ({ page }) => {
  await openAs(page, 'topics/indexing/', { 'wayline:progress': doneTopics(90_000) });
  await doneButton(page).click({ timeout: 5000 });
  await expect.poll(() => storedText(page, 'wayline:progress'), { timeout: 5000 }).toContain('"indexing":["done"');
});

test('what was put aside as unreadable can be seen, exported and deleted', long, async ({ page }) => {
  await openAs(page, 'progress/', {
    'wayline:progress': '{"broken <b>progress</b>',
    'wayline:notes:unreadable:1790000000000': `{"${'x'.repeat(5000)}`,
  });
  const part = page.getByRole('region', { name: 'What could not be read' });
  await expect(part.getByRole('listitem')).toHaveCount(2);
  await expect(part.getByText(/Notes and links, set aside on September 2[12], 2026: 5002 characters/u)).toBeVisible();
  const progress = part.getByRole('listitem').filter({ hasText: 'Progress' });
  await progress.getByText('Show the text').click();
  await expect(progress.getByText('{"broken <b>progress</b>')).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
  const exported = await download(page, () => progress.getByRole('button', { name: 'Export' }).click());
  expect(exported.text).toBe('{"broken <b>progress</b>');
  page.once('dialog', (dialog) => void dialog.accept());
  await progress.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The text was deleted.')).toBeVisible();
  await expect(part.getByRole('listitem')).toHaveCount(1);
  expect(await storedText(page, 'wayline:progress:unreadable')).toBeNull();
});

test('forgetting everything takes due cards, what was put aside and searches along', long, async ({ page }) => {
  await openAs(page, 'progress/', {
    ...reader,
    'wayline:progress': doneTopics(30),
    'wayline:labs': '{"broken',
    'wayline:notes': notesOf({ indexing: ['private', 9], jwt: 7 }),
    'wayline:notes:unreadable:1790000000000': 'older',
    'wayline:recent-searches': ['private search'],
    'wayline:pinned-searches': ['pinned search'],
  });
  await page.evaluate(() => sessionStorage.setItem('wayline:interview', '{}'));
  const aside = page.getByRole('region', { name: 'What could not be read' });
  const parts = [
    aside,
    page.getByRole('region', { name: 'Due for review' }),
    page.getByText(/are only in this browser\.$/u),
  ];
  for (const part of parts) await expect(part).toBeVisible();
  await expect(aside.getByRole('listitem')).toHaveCount(3);
  await forgetEverything(page);
  for (const part of parts) await expect(part).toBeHidden();
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

test('an import is undone with one click, in other tabs too, and what it did not touch stays', {
  tag: '@long',
}, async ({ page }) => {
  await openAs(page, 'progress/', mine);
  const other = await openSecondWindow(page);
  await other.goto('topics/indexing/');
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  await importFile(page, progressOf({ indexing: ['skipped', 99], caching: ['review', 99] }));
  await expectState(other, 'Skipped');
  await other.getByText('My notes and links').click();
  await other.getByLabel('My note').fill('written since');
  await expect.poll(() => storedText(page, 'wayline:notes')).toContain('written since');
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByRole('status').getByText('The import was undone.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  await expectDone(other);
  await expect(other.getByLabel('My note')).toHaveValue('written since');
  expect(await topicsOf(page)).toEqual(mine['wayline:progress'].topics);
  // What the other tab knew of the import does not come back with its next change.
  await chooseState(other, 'To review');
  await expect.poll(async () => (await topicsOf(page)).indexing[0]).toBe('review');
  expect(Object.keys(await topicsOf(page))).toEqual(['indexing', 'jwt']);
});

test('an undo that also takes back later changes says so first', long, async ({ page }) => {
  await openAs(page, 'progress/', mine);
  await importFile(page, file);
  await page.goto('topics/http-caching/');
  await doneButton(page).click();
  await page.goto('topics/jwt/');
  await chooseState(page, 'To review');
  await expect.poll(async () => (await topicsOf(page)).jwt[0]).toBe('review');
  const since = await topicsOf(page);
  await page.goto('progress/');
  const asked: string[] = [];
  page.once('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.getByRole('button', { name: 'Undo import' }).click();
  expect(asked).toEqual([
    'Undo the import? This also takes back what you have changed since then (topics: 2). Back up first if you may want it again.',
  ]);
  expect(await topicsOf(page)).toEqual(since);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import was undone.')).toBeVisible();
  expect(await topicsOf(page)).toEqual(mine['wayline:progress'].topics);
  expect((await storedJson(page, 'wayline:notes')).items).toEqual(mine['wayline:notes'].items);
});

test('an undo brings nothing back after everything was deleted in another tab, and says so', long, async ({ page }) => {
  await openAs(page, 'progress/', mine);
  await importFile(page, file);
  const other = await openSecondWindow(page);
  await other.goto('progress/');
  await forgetEverything(other);
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import could not be undone: all your data has been deleted since.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  expect(await allStored(page)).toEqual([null, null, null]);
});

test('an import can be undone after a reload, and no more after everything was forgotten', long, async ({ page }) => {
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
  await expect(page.getByText('Nothing here yet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
});

test('saved plans and the interview goal come back from a backup, and go with its undo', long, async ({ page }) => {
  await openAs(page, 'progress/', {});
  await importFile(page, {
    ...progressOf({ indexing: ['done', 9] }),
    plans: { version: 1, plans: [{ ...examplePlan, title: 'Go in spring' }] },
    interview: interviewOf(exampleGoal),
  });
  await page.goto('plan/');
  await expect(page.getByText('Go in spring')).toBeVisible();
  expect((await storedJson(page, 'wayline:interview-goal')).goal).toEqual(exampleGoal);
  await page.goto('progress/');
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import was undone.')).toBeVisible();
  expect((await storedJson(page, 'wayline:plan')).plans).toEqual([]);
  expect((await storedJson(page, 'wayline:interview-goal')).goal).toBeUndefined();
});
