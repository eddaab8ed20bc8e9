import { expect, type Page, test } from '@playwright/test';
import { long, longIf } from './long.ts';
import { openSecondWindow } from './second-window.ts';
import { storedJson, storedText } from './stored.ts';
import { watchErrors, watchRequests } from './watch.ts';

async function openNotes(page: Page, topic: string): Promise<void> {
  await page.goto(`topics/${topic}/`);
  await page.getByText('My notes and links').click();
  await expect(page.getByLabel('My note')).toBeVisible();
}

test('a note is kept while it is written, and is there after a reload', async ({ page }) => {
  await openNotes(page, 'jwt');
  await page.getByLabel('My note').fill('Reject “none”.\n<b>Always</b> check the issuer.');
  await expect(page.getByText('Saved in this browser.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('My notes and links (1 note)')).toBeVisible();
  await page.getByText('My notes and links').click();
  await expect(page.getByLabel('My note')).toHaveValue('Reject “none”.\n<b>Always</b> check the issuer.');
});

test('a note holds when the reader leaves in the middle of a word', long, async ({ page }) => {
  await openNotes(page, 'jwt');
  await page.getByLabel('My note').pressSequentially('half a wo');
  await page.goto('progress/');
  await page.getByText('Notes and links (1').click();
  await expect(page.getByText('half a wo')).toBeVisible();
});

test('an answer of my own is kept before I look, and stands with my notes', async ({ page }) => {
  await page.goto('questions/acid-properties/');
  await expect(page.getByRole('heading', { name: 'Short answer' })).toBeHidden();
  const answer = page.getByLabel('Your answer');
  await answer.fill('All or nothing, and it survives a crash.');
  await expect(page.getByText('Saved in this browser.')).toBeVisible();
  await page.getByText('Show the answer').click();
  await expect(page.getByRole('heading', { name: 'Short answer' })).toBeVisible();
  await page.reload();
  await expect(answer).toHaveValue('All or nothing, and it survives a crash.');
  await page.goto('progress/');
  await page.getByText('Notes and links (1').click();
  await expect(page.getByText('All or nothing')).toBeVisible();
  await page.getByRole('link', { name: 'Your answer: acid properties' }).click();
  await expect(page).toHaveURL(/questions\/acid-properties\/$/u);
});

for (const id of ['what-blocks-the-event-loop', 'design-a-url-shortener']) {
  test(`the answer of ${id} is set like every text`, longIf(id.startsWith('design')), async ({ page }) => {
    await page.goto(`questions/${id}/`);
    await expect(page.getByText(/^\w+ · [\w ]+ · asked [\w ]+$/u)).toBeVisible();
    const button = page.locator('main summary').first();
    await expect(button).toHaveText('Show the answer', { useInnerText: true });
    await button.click();
    await expect(button).toHaveText('Hide', { useInnerText: true });
    const looks = await page.getByRole('heading', { name: 'Trade-offs' }).evaluate((heading) => {
      const { fontSize, lineHeight } = getComputedStyle(heading);
      const above =
        heading.getBoundingClientRect().top - (heading.previousElementSibling?.getBoundingClientRect().bottom ?? 0);
      return { fontSize, lineHeight, above };
    });
    expect(looks).toEqual({ fontSize: '24px', lineHeight: '28.8px', above: 44 });
    await button.click();
    await expect(page.getByRole('heading', { name: 'Trade-offs' })).toBeHidden();
  });
}

test('an address that leads into the answer opens it', long, async ({ page }) => {
  await page.goto('questions/acid-properties/#card');
  await expect(page.getByRole('heading', { name: 'Card' })).toBeInViewport();
});

test('a fragment with a broken escape does nothing on the page of a question', long, async ({ page }) => {
  const errors = watchErrors(page);
  await page.goto('questions/acid-properties/#%E0%A4%A');
  await expect(page.locator('own-answer:defined')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Short answer' })).toBeHidden();
  expect(errors).toEqual([]);
});

test('links are added and removed with the keyboard alone', long, async ({ page }) => {
  await page.goto('topics/jwt/');
  await page.getByText('My notes and links').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('My note')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Address')).toBeFocused();
  await expect(page.getByLabel('Address')).toHaveCSS('border-top-width', '1px');
  await page.keyboard.type('example.com/jwt');
  await page.keyboard.press('Tab');
  await page.keyboard.type('A good text');
  await page.keyboard.press('Enter');
  await expect(page.getByText('The link was added.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'A good text' })).toHaveAttribute('href', 'https://example.com/jwt');
  await expect(page.getByLabel('Address')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Remove the link “A good text”' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'A good text' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Put the link back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The link “A good text” is back.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'A good text' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Put the link back' })).toBeHidden();
  await expect(page.getByLabel('Address')).toBeFocused();
});

test('the focus stays on a link’s button when this or another tab stores links', long, async ({ page: first }) => {
  const second = await openSecondWindow(first);
  await openNotes(second, 'jwt');
  await openNotes(first, 'jwt');
  // As a busy machine does it: the lock comes when the reader is at the next thing already.
  const held = await second.evaluateHandle(
    () =>
      new Promise<{ release: () => void }>((hold) => {
        void navigator.locks.request('wayline:notes', () => new Promise<void>((release) => hold({ release })));
      }),
  );
  await first.getByLabel('Address').fill('example.com/jwt');
  await first.keyboard.press('Enter');
  const remove = first.getByRole('button', { name: 'Remove the link “example.com/jwt”' });
  await remove.focus();
  await held.evaluate(({ release }) => release());
  await first.evaluate(() => navigator.locks.request('wayline:notes', () => {}));
  await expect(remove).toBeFocused();
  await second.getByLabel('Address').fill('example.com/other');
  await second.keyboard.press('Enter');
  await expect(first.getByRole('link', { name: 'example.com/other' })).toBeVisible();
  await expect(remove).toBeFocused();
});

test('an address that could run something is refused in words', async ({ page }) => {
  await openNotes(page, 'jwt');
  for (const [address, words] of [
    ['javascript:alert(1)', 'Only links that start with https:// or http:// can be saved.'],
    ['hello', 'This is not a link'],
    ['', 'Type or paste a link first.'],
  ] as const) {
    await page.getByLabel('Address').fill(address);
    await page.getByRole('button', { name: 'Add link' }).click();
    await expect(page.getByText(words)).toBeVisible();
  }
  await expect(page.getByText('My links').locator('..').getByRole('link')).toHaveCount(0);
});

test('two tabs keep each other’s notes, the newer text wins, and a deletion stays', long, async ({ page: first }) => {
  await openNotes(first, 'jwt');
  const second = await openSecondWindow(first);
  await openNotes(second, 'jwt');
  await first.getByLabel('My note').fill('from the first');
  await expect(second.getByLabel('My note')).toHaveValue('from the first');
  await second.getByLabel('My note').fill('from the second');
  await expect(first.getByLabel('My note')).toHaveValue('from the second');
  await openNotes(first, 'indexing');
  await first.getByLabel('My note').fill('B-trees');
  await second.getByLabel('My note').fill('');
  await expect(second.getByText('The note was deleted.')).toBeVisible();
  await expect.poll(() => storedText(first, 'wayline:notes')).toMatch(/"indexing":\["B-trees",\d+\],"jwt":\["",\d+\]/u);
});

test('notes are found on the progress page by words of the note, the topic and the links', long, async ({ page }) => {
  await openNotes(page, 'jwt');
  await page.getByLabel('My note').fill('Café: check the <em>issuer</em>');
  await expect(page.getByText('Saved in this browser.')).toBeVisible();
  await openNotes(page, 'indexing');
  await page.getByLabel('Address').fill('https://use-the-index-luke.com/');
  await page.getByRole('button', { name: 'Add link' }).click();
  await page.getByRole('link', { name: 'All my notes' }).click();
  const list = page.locator('[data-notes-list] li:has(h3)');
  await expect(list).toHaveCount(2);
  await expect(page.getByText('<em>issuer</em>')).toBeVisible();
  const box = page.getByLabel('Search my notes and links');
  for (const [query, found] of [
    ['cafe issuer', 'JWT'],
    ['luke', 'Database indexing'],
    ['INDEXING', 'Database indexing'],
  ] as const) {
    await box.fill(query);
    await expect(list).toHaveCount(1);
    await expect(list).toContainText(found);
  }
  await box.fill('kafka');
  await expect(page.getByText('Found on 0 of 2 pages.')).toBeVisible();
});

test('notes take nothing from the script of all pages before they are opened', long, async ({ page }) => {
  const scripts = watchRequests(page, (request) => request.resourceType() === 'script');
  await page.goto('topics/aggregation-pipeline/');
  await page.waitForLoadState('networkidle');
  const isOfNotes = (url: string) => /note-pad|link-list/u.test(url);
  expect(scripts.filter(isOfNotes)).toEqual([]);
  await page.getByText('My notes and links').click();
  await expect(page.getByLabel('My note')).toBeVisible();
  expect(scripts.filter(isOfNotes)).not.toEqual([]);
});

for (const [name, openOther] of [
  ['two windows', (page: Page) => openSecondWindow(page)],
  ['two tabs', (page: Page) => page.context().newPage()],
] as const) {
  test(`a note that is written in ${name} at the same time keeps both, and says so`, long, async ({ page: first }) => {
    const second = await openOther(first);
    await openNotes(first, 'jwt');
    await openNotes(second, 'jwt');
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
    expect((await storedJson(first, 'wayline:notes')).items.jwt[0]).toBe(
      await first.getByLabel('My note').inputValue(),
    );
  });
}
