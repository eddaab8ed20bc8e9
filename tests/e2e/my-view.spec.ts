import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

/** A reader with some of everything. Times are long past, so that all cards are due; the check is no longer there. */
const reader = {
  'wayline:progress': {
    kind: 'wayline-progress',
    version: 1,
    topics: { indexing: ['done', 9], jwt: ['learning', 9], 'error-handling': ['review', 9], caching: ['skipped', 9] },
  },
  'wayline:practice': {
    kind: 'wayline-practice',
    version: 1,
    reviews: { 'acid-properties': [[9, 3, 60]], 'indexing/0a1b2c3': [[9, 3, 60]] },
    settings: { perDay: 30, newPerDay: 8, daysPerWeek: 3, fourGrades: false, at: 9 },
    interviews: [],
  },
  'wayline:notes': {
    kind: 'wayline-notes',
    version: 1,
    items: { indexing: ['Leftmost first', 9], 'jwt https://example.com/': ['A text', 9] },
  },
};

async function openAs(page: Page, address: string, stored: Readonly<Record<string, unknown>> = reader): Promise<void> {
  await page.goto('about/');
  await page.evaluate((all) => {
    for (const [key, value] of Object.entries(all)) localStorage.setItem(key, JSON.stringify(value));
  }, stored);
  await page.goto(address);
  await openParts(page);
}

/** Opens the closed parts of the page, as a reader would one by one. */
async function openParts(page: Page): Promise<void> {
  await page.locator('details.collection').evaluateAll((parts) => {
    for (const part of parts) part.setAttribute('open', '');
  });
}

const storedState = (page: Page) =>
  page.evaluate(() =>
    ['progress', 'practice', 'notes'].map((name) => JSON.parse(localStorage.getItem(`wayline:${name}`) ?? 'null')),
  );

async function chooseFile(page: Page, value: unknown): Promise<void> {
  const buffer = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  const chooser = page.locator('input[type="file"]');
  await expect(chooser).toBeEnabled();
  await chooser.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer });
}

test('my view says how far I am, what is due and what I noted', async ({ page }) => {
  const checks: { id: string }[] = await (await page.request.get('practice/checks.json')).json();
  const check = checks.find(({ id }) => id.startsWith('indexing/'))?.id ?? '';
  const practice = reader['wayline:practice'];
  const reviews = { ...practice.reviews, [check]: [[9, 3, 60]] };
  const labs = {
    kind: 'wayline-labs',
    version: 1,
    labs: { 'newest-order-of-each-customer': ['', 1, 1], 'run-your-first-program': ['x', 1, 0] },
  };
  await openAs(page, 'progress/', { ...reader, 'wayline:practice': { ...practice, reviews }, 'wayline:labs': labs });
  await expect(
    page.getByText(/^You’ve learned 2 of \d+ topics, started 1 other, and passed 1 of \d+ labs\.$/u),
  ).toBeVisible();
  await expect(page.getByText('2 cards of the practice room are due. You marked 1 topic to review.')).toBeVisible();
  const due = page.getByRole('region', { name: 'Due for review' });
  await due.getByText('By topic').click();
  await expect(due.getByRole('link', { name: 'Database indexing' })).toHaveAttribute(
    'href',
    /practice\/\?topic=indexing/u,
  );
  await expect(page.getByText('Leftmost first')).toBeVisible();
  const backend = page.locator('[data-id="backend"]');
  await expect(backend).toContainText(/\d+ of \d+ topics done/u);
});

test('cards that could not be loaded are not said to be fresh', { tag: '@long' }, async ({ page }) => {
  await page.route('**/practice/cards.json', (route) => route.abort());
  await openAs(page, 'progress/');
  await expect(page.getByRole('region', { name: 'Due for review' })).toContainText(
    'What is due could not be loaded. Reload the page when you are online.',
  );
});

test('cards that were forgotten are no longer said to be due', { tag: '@long' }, async ({ page }) => {
  await openAs(page, 'progress/');
  const due = page.getByRole('region', { name: 'Due for review' });
  await expect(due.getByText(/practice room (?:is|are) due/u)).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete my data…' }).click();
  await expect(due).toBeHidden();
  await expect(page.locator('[data-due-list] li')).toHaveCount(0);
});

test('filters for the level and for what I know stay in the address', async ({ page }) => {
  await openAs(page, 'progress/');
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  await page.getByLabel('Hide what I know').check();
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Skipped (1)' })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'To review (1)' })).toBeVisible();
  await page.getByLabel('Level').selectOption('expert');
  await expect(page.getByText('Nothing that you have marked is left with these filters.')).toBeVisible();
  await expect(page).toHaveURL(/\?level=expert&hide=known$|\?hide=known&level=expert$/u);
  await page.reload();
  await openParts(page);
  await expect(page.getByLabel('Level')).toHaveValue('expert');
  await expect(page.getByLabel('Hide what I know')).toBeChecked();
  await page.goto('progress/?level=%3Cscript%3E&hide=all&role=astronaut');
  await openParts(page);
  const filters = page.getByRole('group', { name: 'What is listed' });
  const said = filters.locator('+ *');
  await expect(said).toHaveText('There is no level “<script>”: every level is shown.');
  await expect(page.getByText('There is no role “astronaut” here. Choose one.')).toBeVisible();
  await expect(page.getByLabel('Level')).toHaveValue('');
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  await page.getByLabel('Level').selectOption('expert');
  await expect(said).toHaveText('');
});

test('a stop is marked from my view with the keyboard alone', { tag: '@long' }, async ({ page }) => {
  await openAs(page, 'progress/');
  const started = page.locator('[data-roadmaps] > ul > li:visible').first();
  await started.getByText(/^Topics \(\d+\)$/u).focus();
  await page.keyboard.press('Enter');
  const stop = started.getByRole('button', { name: /^Mark done: /u, pressed: false }).first();
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Done (2)' })).toBeVisible();
});

test('what is left to a role is counted from my marks, and leads to a plan', async ({ page }) => {
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
  await page.getByRole('link', { name: 'Plan dates for its lines' }).click();
  await expect(page.getByText(/You finish on/u).first()).toBeVisible();
});

test('everything leaves as one file, and comes back from it after everything was forgotten', async ({ page }) => {
  await openAs(page, 'progress/');
  const before = await storedState(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete my data…' }).click();
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
  await expect(page.getByText('None yet.')).toBeVisible();
  expect(await storedState(page)).toEqual([null, null, null]);
  await chooseFile(page, text);
  await expect(page.getByText('8 added, 0 changed, 0 kept as yours.')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Done (1)' })).toBeVisible();
  expect(await storedState(page)).toEqual(before);
});

test('an export takes marks of a newer version along as they are', { tag: '@long' }, async ({ page }) => {
  const newer = { kind: 'wayline-progress', version: 99, topics: { indexing: { state: 'done' } } };
  await openAs(page, 'progress/', { ...reader, 'wayline:progress': newer });
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Back up' }).click();
  const file = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(file).toMatchObject(newer);
  expect(file.notes).toMatchObject({ items: { indexing: ['Leftmost first', 9] } });
});

test('two open lists of stops are both drawn whole when a filter changes', { tag: '@long' }, async ({ page }) => {
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

test('an import shows what will change before it does, and Cancel changes nothing', async ({ page }) => {
  await openAs(page, 'progress/');
  const before = await storedState(page);
  const file = {
    kind: 'wayline-progress',
    version: 1,
    topics: { indexing: ['learning', 1], jwt: ['done', 99], sql: ['nonsense', 1], 'http-caching': ['done', 5] },
    notes: { kind: 'wayline-notes', version: 1, items: { indexing: ['<img src=x>', 99] } },
  };
  await chooseFile(page, file);
  await expect(page.getByRole('heading', { name: 'What the file will change' })).toBeFocused();
  await expect(page.getByText('1 of its marks could not be read')).toBeVisible();
  await expect(page.getByText(/learning becomes done$/u)).toBeVisible();
  await expect(page.getByText('Note on Database indexing: “Leftmost first” becomes “<img src=x>”')).toBeVisible();
  await page.getByText('Kept as yours (1)').click();
  await expect(page.getByText('Database indexing: stays done; the file has learning')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Nothing was imported.')).toBeVisible();
  expect(await storedState(page)).toEqual(before);
  await chooseFile(page, file);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText(/^Imported: \d added, 2 changed, 1 kept as yours\.$/u)).toBeVisible();
  await expect(page.getByText('<img src=x>').first()).toBeVisible();
});

test('everything reads as Markdown', { tag: '@long' }, async ({ page }) => {
  await openAs(page, 'progress/');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export as Markdown' }).click();
  const text = readFileSync(await (await download).path(), 'utf8');
  expect(text).toContain('## Done (1)');
  expect(text).toContain('> Leftmost first');
  expect(text).toContain('- [A text](<https://example.com/>)');
  expect(text).toMatch(/- Databases: \d+ of \d+ topics done/u);
});

test('after much change a quiet line asks for an export, until it is put off or done', { tag: '@long' }, async ({
  page,
}) => {
  const marked = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`topic-${index}`, ['done', 9]]));
  await openAs(page, 'progress/', { 'wayline:progress': { ...reader['wayline:progress'], topics: marked } });
  const line = page.getByText('You have never exported: 30 marks and notes are in this browser alone.');
  await expect(line).toBeVisible();
  await page.getByRole('button', { name: 'Remind me later' }).click();
  await expect(line).toBeHidden();
  await page.reload();
  await expect(page.getByText('Nothing is marked yet.')).toBeVisible();
  await expect(line).toBeHidden();
});

test('when everything is forgotten, nothing asks for an export any more', { tag: '@long' }, async ({ page }) => {
  const marked = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`topic-${index}`, ['done', 9]]));
  await openAs(page, 'progress/', { 'wayline:progress': { ...reader['wayline:progress'], topics: marked } });
  const line = page.getByText('30 marks and notes are in this browser alone.');
  await expect(line).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Delete my data…' }).click();
  await expect(line).toBeHidden();
});

test('the browser is asked to keep what is stored, and its answer is said', { tag: '@long' }, async ({ page }) => {
  await page.addInitScript(() => {
    navigator.storage.persisted = () => Promise.resolve(false);
    navigator.storage.persist = () => Promise.resolve(false);
  });
  await openAs(page, 'progress/');
  await expect(page.getByText('You can ask yours to keep it.')).toBeVisible();
  await page.getByRole('button', { name: 'Ask the browser to keep it' }).click();
  await expect(page.getByText('Your browser has not agreed to keep it for good')).toBeVisible();
  await page.evaluate(() => {
    navigator.storage.persist = () => Promise.resolve(true);
  });
  await page.getByRole('button', { name: 'Export as Markdown' }).click();
  await expect(page.getByText('Your browser has agreed to keep what is stored here')).toBeVisible();
});

test('a mentor sees a learner’s progress beside their own, topic by topic', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openAs(page, 'progress/');
  await page.getByRole('button', { name: 'Copy share link' }).click();
  await expect(page.getByText('The link was copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const mentor = {
    kind: 'wayline-progress',
    version: 1,
    topics: { indexing: ['done', 9], 'sql-basics': ['done', 9], jwt: ['done', 9] },
  };
  await openAs(page, 'progress/', { 'wayline:progress': mentor });
  const before = await storedState(page);
  await page.getByLabel('Their links').fill(link);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByRole('heading', { name: 'Someone shared their progress with you' })).toBeFocused();
  await expect(page.getByRole('row', { name: /^Database indexing/u })).toHaveText(/2 of 2\s*Done\s*Done/u);
  await expect(page.getByRole('row', { name: /^JWT authentication/u })).toHaveText(/1 of 2\s*Done\s*Learning/u);
  expect(await storedState(page)).toEqual(before);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'Someone shared their progress with you' })).toBeHidden();
  await expect(page).toHaveURL(/\/progress\/$/u);
});

test('a link to a comparison of plans opens the plan', { tag: '@long' }, async ({ page }) => {
  await openAs(page, `progress/#plan=${encodeURIComponent('v=1&lines=databases&from=2027-03-01')}`);
  await expect(page).toHaveURL(/\/plan\/#v=1&lines=databases/u);
  await expect(page.getByRole('heading', { name: /You finish on/u })).toBeVisible();
});

test('links of a team become a table of topics by people, which survives a reload', async ({ page }) => {
  await openAs(page, 'progress/');
  const field = page.getByLabel('Their links');
  await field.fill('hello');
  await page.getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText('There is no link to a progress here.')).toBeVisible();
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

test('my view does its work at 360 px and prints whole', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await openAs(page, 'progress/#shared=v1.AQ');
  await expect(page.getByRole('heading', { name: 'Someone shared their progress' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Leftmost first')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Back up' })).toBeHidden();
});
