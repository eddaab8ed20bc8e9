import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openLab, write } from './lab-page.ts';

const lab = 'run-your-first-program';
const notice = (page: Page) => page.locator('[data-lab-notice]');
const workOf = (labs: object, version = 1) => JSON.stringify({ kind: 'wayline-labs', version, labs });
const stored = (page: Page, key = 'wayline:labs') => page.evaluate((name) => localStorage.getItem(name) ?? '', key);
const store = (page: Page, key: string, text: string) =>
  page.evaluate(([name, value]) => localStorage.setItem(name ?? '', value ?? ''), [key, text]);

async function downloaded(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download this code' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${lab}.js`);
  return readFileSync(await file.path(), 'utf8');
}

async function importFile(page: Page, text: string): Promise<void> {
  await page.goto('progress/');
  const chooser = page.locator('input[type="file"]');
  await expect(chooser).toBeEnabled();
  await chooser.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.locator('[data-accept]').click();
}

test('with storage full, the lab says so and offers the code as a file', async ({ page }) => {
  await openLab(page);
  await page.evaluate(() => {
    for (let size = 1e6; size >= 1; size = Math.floor(size / 2))
      try {
        for (let at = 0; ; at += 1) localStorage.setItem(`filler:${size}:${at}`, 'x'.repeat(size));
      } catch {
        // Full for this size.
      }
  });
  await write(page, `console.log('mine'); // ${'x'.repeat(2000)}`);
  await expect(notice(page)).toContainText('storage is full');
  expect(await downloaded(page)).toContain("console.log('mine');");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler')) localStorage.removeItem(key);
  });
  await write(page, "console.log('again');");
  await expect(notice(page)).toBeHidden();
  expect(await stored(page)).toContain('again');
});

test('the same lab in two tabs keeps both versions, and both tabs say so', async ({ page, context }) => {
  const other = await context.newPage();
  await openLab(page);
  await openLab(other);
  await write(page, "console.log('first');");
  await expect.poll(() => stored(page)).toContain('first');
  await expect(notice(other)).toContainText('Both versions are kept');
  await write(other, "console.log('second');");
  await expect.poll(() => stored(other)).toContain('second');
  expect(await stored(other)).toContain('first');
  await expect(notice(page)).toContainText('Both versions are kept');
  await other.getByRole('button', { name: 'Show the other version' }).click();
  await expect(other.locator('.cm-content')).toHaveText("console.log('first');");
  await other.getByRole('button', { name: 'Keep only this one' }).click();
  await expect(notice(other)).toBeHidden();
  await page.reload();
  await expect(page.locator('[data-lab-editor]')).toContainText("console.log('first');");
});

test('code that is too long to be stored is not cut, and the lab says so', { tag: '@long' }, async ({ page }) => {
  await openLab(page);
  await write(page, "console.log('short');");
  await expect.poll(() => stored(page)).toContain('short');
  const long = `// ${'x'.repeat(50_000)}`;
  await write(page, long);
  await expect(notice(page)).toContainText('more than 50,000 characters');
  expect(await stored(page)).toContain('short');
  expect(await downloaded(page)).toBe(long);
});

const many = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`lab-${at}`, ['x'.repeat(45_000), 9, 0]]));

test('an import that there is no room for changes nothing, and says so', { tag: '@long' }, async ({ page }) => {
  await page.goto('labs/');
  const note = JSON.stringify({ kind: 'wayline-notes', version: 1, items: { indexing: ['mine', 9] } });
  await store(page, 'wayline:notes', note);
  await importFile(
    page,
    JSON.stringify({ kind: 'wayline-progress', version: 1, topics: {}, labs: JSON.parse(workOf(many)) }),
  );
  await expect(
    page.getByText('Nothing was imported: there is no room for it in this browser’s storage.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  await page.reload();
  expect(await stored(page)).not.toContain('lab-7');
  expect(await stored(page, 'wayline:notes')).toContain('mine');
  await openLab(page);
  await expect(notice(page)).toBeHidden();
});

test('an import of labs alone can be undone after a reload, however large it is', { tag: '@long' }, async ({
  page,
}) => {
  const some = Object.fromEntries(Object.entries(many).slice(0, 90));
  await importFile(
    page,
    JSON.stringify({ kind: 'wayline-progress', version: 1, topics: {}, labs: JSON.parse(workOf(some)) }),
  );
  await expect(page.getByText('Imported: 90 added')).toBeVisible();
  await page.waitForFunction(() => sessionStorage.getItem('wayline:import') === 'kept');
  await page.reload();
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import was undone.')).toBeVisible();
  expect(await stored(page)).not.toContain('lab-7');
});
