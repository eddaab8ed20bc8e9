import { expect, test } from '@playwright/test';
import { base } from './base.ts';

test('a newcomer walks from the home page along a line to a topic and on to the next stop', async ({ page }) => {
  await page.goto('./');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backend engineering, stop by stop.');
  await page.getByRole('main').getByRole('link', { name: 'Backend', exact: true }).last().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backend');
  await page.getByRole('main').getByRole('link', { name: 'Error handling', exact: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Why it matters' })).toBeVisible();
  const next = page.getByRole('complementary').getByRole('link', { name: /^Next: / });
  const title = (await next.textContent())?.replace('Next: ', '');
  await next.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title ?? '-');
  await expect(page.getByRole('navigation', { name: 'Breadcrumb' })).toContainText('Backend');
});

test('the network map leads to lines and topics, and has a list beside it', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto('./');
  const map = page.getByRole('group', { name: 'The network' });
  await expect(map.getByRole('link', { name: /^Python, line with/u })).toHaveAttribute(
    'href',
    /\/roadmaps\/python\/$/u,
  );
  expect(await map.getByRole('link').count()).toBeGreaterThan(15);
  await page.getByText('The map as a list').click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Performance optimization' }).first()).toBeVisible();
});

test('a fork shows its branches as lists of their own lines', async ({ page }) => {
  await page.goto('roadmaps/backend/');
  for (const line of ['Node.js', 'Python', 'Go', 'Rust']) {
    await expect(
      page.getByRole('heading', { level: 3, name: new RegExp(`^${line.replace('.', '\\.')}`, 'u') }),
    ).toBeVisible();
  }
  await expect(page.getByText('Pick one.')).toBeVisible();
});

test('on a phone all branches but the default fold, and open again when there is room', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('roadmaps/backend/');
  const branch = (line: string) =>
    page.locator('.branch').filter({ has: page.getByRole('link', { name: line, exact: true }) });
  await expect(branch('Node.js').getByRole('link', { name: 'Express' }).first()).toBeVisible();
  await expect(branch('Python').locator('.stop').first()).toBeHidden();
  await branch('Python')
    .getByText(/^\d+ stops$/u)
    .click();
  await expect(branch('Python').locator('.stop').first()).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(branch('Rust').locator('.stop').first()).toBeVisible();
});

test('phases have addresses of their own', async ({ page }) => {
  await page.goto('roadmaps/backend/#web-basics');
  await expect(page.getByRole('heading', { name: 'Web basics for backend' })).toBeInViewport();
});

test('the theme is remembered, and there is no flash of the other one', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('about/');
  const button = page.getByRole('button', { name: /Theme/u });
  await button.click();
  await button.click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.goto('topics/', { waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(background).toBe('rgb(16, 19, 26)');
});

test('a comparison sorts by a column and filters by a word', async ({ page }) => {
  await page.goto('compare/languages/');
  await page.getByRole('button', { name: 'Learning' }).click();
  await expect(page.getByRole('columnheader', { name: /^Learning/u })).toHaveAttribute('aria-sort', 'ascending');
  const learning = page.locator('tbody tr td:nth-of-type(2)');
  const words = (await learning.allTextContents()).filter((text) => /^(?:Easy|Medium|Hard)$/u.test(text.trim()));
  expect(words.map((word) => word.trim())).toEqual(['Easy', 'Easy', 'Easy', 'Medium', 'Hard', 'Hard']);
  await page.getByRole('searchbox', { name: 'Show rows with' }).fill('ownership');
  await expect(page.getByRole('rowheader')).toHaveText(['Rust']);
});

test('the link of a page is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('topics/jwt/');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('every share picture, feed and map of the site is there', async ({ page, request }) => {
  await page.goto('roadmaps/nodejs/');
  const picture = new URL((await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '').pathname;
  expect((await request.get(picture)).headers()['content-type']).toBe('image/png');
  for (const path of [
    'feed.xml',
    'sitemap-index.xml',
    'robots.txt',
    'site.webmanifest',
    'favicon.ico',
    'icon-512.png',
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(data.map((text) => JSON.parse(text)['@type'])).toEqual(['BreadcrumbList', 'Course']);
});

test('every page links the web manifest once it is drawn', async ({ page }) => {
  for (const address of ['./', 'topics/jwt/']) {
    await page.goto(address);
    const manifest = page.locator('link[rel="manifest"]');
    await expect(manifest).toHaveCount(1);
    await expect(manifest).toHaveAttribute('href', `${base}site.webmanifest`);
  }
});

test('a page stands beside itself as Markdown and JSON', async ({ page, request }) => {
  await page.goto('topics/indexing/');
  const markdown = await request.get(await linkOf('Markdown'));
  expect(markdown.headers()['content-type']).toContain('text/markdown');
  expect(await markdown.text()).toMatch(/^# Database indexing\n/u);
  const data = await (await request.get(await linkOf('JSON'))).json();
  expect(data).toMatchObject({ kind: 'topic', id: 'indexing', data: { title: 'Database indexing' } });
  expect((await request.get(new URL(data.$schema).pathname)).ok()).toBe(true);

  async function linkOf(name: string): Promise<string> {
    return (await page.getByRole('main').getByRole('link', { name, exact: true }).getAttribute('href')) ?? '';
  }
});

test('a role shows the questions that say most of its interviews, and leads to all of them', async ({ page }) => {
  await page.goto('roles/backend-developer/');
  const rail = page.getByRole('complementary');
  await expect(rail.locator('a[href*="/questions/"]')).toHaveCount(13);
  await rail.getByRole('link', { name: /^All \d+ questions$/u }).click();
  await expect(page.getByText(/^\d+ of \d+ questions: Backend Developer$/u)).toBeVisible();
});
