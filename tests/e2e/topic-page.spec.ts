import { expect, type Page, test } from '@playwright/test';
import { doneButton, expectDone, markBefore, openLastOfPhase } from './topic-state.ts';
import { download } from './watch.ts';

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };
const breadcrumb = (page: Page) => page.getByRole('navigation', { name: 'Breadcrumb' });
const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });
const message = (page: Page) => page.getByRole('status').filter({ hasText: /^(?:Done|Undone)\./u });

test('a learner comes along a roadmap, finishes the topic, hears what is next and goes there', async ({ page }) => {
  await page.goto('roadmaps/beginner/#the-web');
  await page.getByRole('main').getByRole('link', { name: 'HTTP and web protocols', exact: true }).last().click();
  await expect(page).toHaveURL(/\/topics\/http-protocol\/\?line=beginner$/u);
  await expect(breadcrumb(page)).toContainText('Beginner path');
  const place = async () =>
    /(\d+) of (\d+)/u
      .exec(await breadcrumb(page).innerText())
      ?.slice(1)
      .map(Number) ?? [];
  const [here = 0, total] = await place();
  await doneButton(page).click();
  await expect(message(page)).toHaveText(
    new RegExp(`^Done\\. 1 of ${total}\\. Next: .+\\. One topic, \\w+ roadmaps moved\\.$`, 'u'),
  );
  await message(page)
    .getByRole('link', { name: /^Next: / })
    .click();
  await expect(page).toHaveURL(/\/topics\/(?!http-protocol)[a-z-]+\/\?line=beginner$/u);
  // A script puts the roadmap of the visit in place of the topic's own.
  await expect(breadcrumb(page)).toContainText('Beginner path');
  expect((await place())[0]).toBeGreaterThan(here);
});

test('what was finished by mistake is undone', async ({ page }) => {
  await page.goto('topics/http-protocol/?line=beginner');
  await doneButton(page).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(message(page)).toHaveText('Undone. The topic is not marked as done anymore.');
  await expect(doneButton(page)).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(message(page)).toHaveCount(0);
});

test('the roadmap of the visit stays; others and search engines get the clean address', async ({ page }) => {
  await page.goto('topics/indexing/?line=databases');
  await expect(breadcrumb(page)).toContainText('Databases');
  await page.goto('topics/transactions-acid/');
  await expect(breadcrumb(page)).toContainText('Databases');
  await page.goto('topics/indexing/?line=databases');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/topics\/indexing\/$/u);
  await page.goto('topics/indexing/?line=no-such-roadmap');
  await expect(breadcrumb(page)).toContainText('Databases');
});

test('what is done already is passed over on the way on', async ({ page }) => {
  const next = page.getByRole('complementary').getByRole('link', { name: /^Next: / });
  await page.goto('topics/http-protocol/?line=beginner');
  const usual = await next.innerText();
  const id = /topics\/([a-z0-9-]+)\//u.exec((await next.getAttribute('href')) ?? '')?.[1] ?? '';
  await markBefore(page, [id]);
  await page.goto('topics/http-protocol/?line=beginner');
  await doneButton(page).click();
  await expect(message(page)).toContainText('Done. 2 of ');
  await expect(message(page)).not.toContainText(usual);
  await expect(next).not.toContainText(usual);
});

test('a finished phase gives a ticket that can be printed and kept', async ({ page }) => {
  const phase = await openLastOfPhase(page);
  await doneButton(page).click();
  await expect(message(page)).toContainText(`Phase finished: ${phase.title}.`);
  await page.getByRole('button', { name: 'Get your ticket' }).click();
  const ticket = page.getByRole('dialog', { name: `Your ticket: ${phase.title}` });
  await expect(ticket.getByRole('img')).toBeVisible();
  const { name } = await download(page, () => ticket.getByRole('button', { name: 'Download SVG' }).click());
  expect(name).toBe(`wayline-beginner-${phase.id}.svg`);
  await page.emulateMedia({ media: 'print' });
  await expect(ticket.getByRole('img')).toBeVisible();
  await expect(page.locator('main')).toBeHidden();
});

for (const [name, viewport, most] of [
  ['desktop', desktop, 700],
  ['phone', phone, Math.floor(1.3 * phone.height)],
] as const) {
  test(`the text starts within ${most} px on a ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    for (const topic of ['indexing', 'http-caching', 'programming-fundamentals', 'oauth2']) {
      await page.goto(`topics/${topic}/`);
      const top = await page
        .locator('.topic-text .prose > *')
        .first()
        .evaluate((element) => element.getBoundingClientRect().top + scrollY);
      expect(top, topic).toBeLessThanOrEqual(most);
    }
  });
}

test('the contents lead to the sections and mark the one that is read', async ({ page }) => {
  await page.setViewportSize(desktop);
  await page.goto('topics/indexing/');
  await expect(contents(page).getByRole('link', { name: 'How a B-tree finds a row' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  for (const link of await contents(page).getByRole('link').all())
    await expect(page.locator((await link.getAttribute('href')) ?? '-')).toHaveCount(1);
  await contents(page).getByRole('link', { name: 'What each index costs' }).click();
  await expect(page.getByRole('heading', { name: 'What each index costs', exact: true })).toBeInViewport();
  await expect(contents(page).getByRole('link', { name: 'What each index costs' })).toHaveAttribute(
    'aria-current',
    'location',
  );
  await expect(contents(page).locator('[aria-current]')).toHaveCount(1);
});

test('on a phone the contents come up in a sheet, and Done and Next stay in reach', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('topics/indexing/?line=databases');
  await expect(contents(page)).toBeHidden();
  await page.evaluate(() => scrollTo({ top: 3000, behavior: 'instant' }));
  const bar = page.locator('.topic-actions');
  await expect(bar.getByRole('link', { name: /^Next: / })).toBeInViewport();
  await expect(page.locator('[data-contents] [aria-current]')).not.toHaveText('How a B-tree finds a row');
  // A click of Playwright's, and a focus, scroll to where the button would lie without being sticky; a tap does not.
  await page
    .getByRole('button', { name: 'On this page' })
    .evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
  await page.keyboard.press('Enter');
  await expect(contents(page).locator('[aria-current]')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(3000);
  await contents(page).getByRole('link', { name: 'Pitfalls' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Pitfalls', exact: true })).toBeInViewport();
  await bar.getByRole('button', { name: 'Done' }).click();
  await expect(bar.getByRole('button', { name: 'Done' })).toHaveAttribute('aria-pressed', 'true');
  await expect(message(page)).toContainText(/^Done\. 1 of \d+\./u);
});

test('every heading links to itself, and a click copies its address without the roadmap', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('topics/indexing/?line=databases');
  const headings = page.locator('.topic-text > .prose:first-child :is(h2, h3)');
  expect(await headings.count()).toBeGreaterThan(6);
  for (const heading of await headings.all()) {
    const id = await heading.getAttribute('id');
    await expect(heading.locator('a')).toHaveAttribute('href', `#${id}`);
  }
  await page.getByRole('heading', { name: 'How a B-tree finds a row' }).getByRole('link').click();
  await expect(page.getByText('Link copied.')).toBeAttached();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/\/topics\/indexing\/#how-a-b-tree-finds-a-row$/u);
});

test('a sample names its language, is copied as written, and its output is labelled', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('topics/indexing/');
  const sample = page.getByRole('figure').filter({ hasText: 'CREATE INDEX orders_customer ON' }).first();
  await expect(sample).toContainText('SQL');
  // The script that copies comes after the first view, and a first click may be before it.
  await expect(async () => {
    await sample.getByRole('button', { name: 'Copy SQL code' }).click();
    await expect(page.getByText('Copied.')).toBeAttached({ timeout: 1000 });
  }).toPass();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^CREATE INDEX orders_customer ON/u);
  await expect(page.getByRole('figure', { name: 'Output' }).first()).toContainText('without index');
});

test('on a phone lines of code that go on beyond the edge fade there', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('topics/indexing/');
  const code = page.locator('.sample pre').first();
  await expect(code).not.toHaveCSS('mask-image', 'none');
  await code.evaluate((element) => element.scrollTo(element.scrollWidth, 0));
  await expect(code).toHaveCSS('mask-image', 'none');
});

test('two checks that did not work out lead to the missing prerequisite, and from there back', async ({ page }) => {
  await page.goto('topics/indexing/');
  await expect(page.locator('topic-contents:defined').first()).toBeAttached();
  const checks = page.locator('.check');
  for (const check of [checks.nth(0), checks.nth(1)]) {
    await check.locator('summary').click();
    await check.getByRole('button', { name: 'Not yet' }).click();
  }
  const help = page.getByRole('status').filter({ hasText: 'Two of these did not work out.' });
  await help.getByRole('link', { name: 'Relational databases and SQL' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Relational databases and SQL');
  await page.getByRole('link', { name: 'Back to Database indexing' }).first().click();
  await expect(page).toHaveURL(/\/topics\/indexing\/#check-yourself$/u);
});

test('questions, projects, roadmaps and the map wait in closed sections', async ({ page }) => {
  await page.goto('topics/indexing/');
  for (const name of [
    /^\d+ interview questions$/u,
    /^\d+ projects$/u,
    /^\d+ roadmaps with this topic$/u,
    'What it needs, and what it opens',
  ]) {
    const section = page.locator('details').filter({ has: page.getByText(name) });
    await expect(section.first()).not.toHaveAttribute('open');
  }
  await page.getByText(/^\d+ roadmaps with this topic$/u).click();
  await page.locator('#topic-roadmaps').getByRole('link', { name: 'Performance', exact: true }).click();
  await expect(page).toHaveURL(/\/roadmaps\/performance\/$/u);
});

test('who wants less motion sees the track to the next topic drawn at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('topics/indexing/');
  await expect(page.locator('.end-track')).toHaveCSS('transition-duration', '0s');
  await page.getByRole('region', { name: 'You can now' }).getByRole('button', { name: 'Mark done' }).click();
  await expectDone(page);
});
