import { expect, type Page, test } from '@playwright/test';
import { openLab, write } from './lab-page.ts';
import { long } from './long.ts';
import { chooseFile, labsOf, notesOf, openAs, progressOf, storedText } from './stored.ts';
import { download, pressButton } from './watch.ts';

const lab = 'run-your-first-program';
const notice = (page: Page) => page.locator('[data-lab-notice]');
const stored = (page: Page) => storedText(page, 'wayline:labs');

async function downloaded(page: Page): Promise<string> {
  const { name, text } = await download(page, () => pressButton(page, 'Download this code'));
  expect(name).toBe(`${lab}.js`);
  return text;
}

async function importLabs(page: Page, labs: object): Promise<void> {
  await chooseFile(page, { ...progressOf({}), labs });
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

test('code that is too long to be stored is not cut, and the lab says so', long, async ({ page }) => {
  await openLab(page);
  await write(page, "console.log('short');");
  await expect.poll(() => stored(page)).toContain('short');
  const long = `// ${'x'.repeat(50_000)}`;
  await write(page, long);
  await expect(notice(page)).toContainText('more than 50,000 characters');
  expect(await stored(page)).toContain('short');
  expect(await downloaded(page)).toBe(long);
});

const manyLabs = (count: number) =>
  labsOf(Object.fromEntries(Array.from({ length: count }, (_, at) => [`lab-${at}`, ['x'.repeat(45_000), 9, 0]])));

test('an import that there is no room for changes nothing, and says so', long, async ({ page }) => {
  await openAs(page, 'progress/', { 'wayline:notes': notesOf({ indexing: ['mine', 9] }) });
  await importLabs(page, manyLabs(120));
  await expect(
    page.getByText('Nothing was imported: there is no room for it in this browser’s storage.'),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden();
  await page.reload();
  expect(await stored(page)).not.toContain('lab-7');
  expect(await storedText(page, 'wayline:notes')).toContain('mine');
  await openLab(page);
  await expect(notice(page)).toBeHidden();
});

test('an import of labs alone can be undone after a reload, however large it is', long, async ({ page }) => {
  await page.goto('progress/');
  await importLabs(page, manyLabs(90));
  await expect(page.getByText('Imported: 90 new')).toBeVisible();
  await page.waitForFunction(() => sessionStorage.getItem('wayline:import') === 'kept');
  await page.reload();
  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('The import was undone.')).toBeVisible();
  expect(await stored(page)).not.toContain('lab-7');
});
