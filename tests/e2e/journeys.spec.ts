import { expect, type Locator, type Page, test } from '@playwright/test';
import { base } from './base.ts';
import { long } from './long.ts';
import { blockStorage, labsOf, openAs, progressOf } from './stored.ts';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const addressOf = (link: Locator) => link.evaluate((node: HTMLAnchorElement) => node.href);
const nextLink = (page: Page) => page.getByRole('complementary').getByRole('link', { name: /^Next: / });

test('a newcomer walks from the home page along a line to a topic and on to the next stop', async ({ page }) => {
  await page.goto('./');
  await expect(title(page)).toHaveText('Backend engineering, stop by stop.');
  await page.getByRole('main').getByRole('link', { name: 'Backend', exact: true }).last().click();
  await expect(title(page)).toHaveText('Backend');
  await page.locator('.stop-title').getByRole('link', { name: 'Git workflows and collaboration' }).click();
  await expect(title(page)).toHaveText('Git workflows and collaboration');
  const nextTitle = (await nextLink(page).innerText()).replace('Next: ', '');
  await nextLink(page).click();
  await expect(title(page)).toHaveText(nextTitle);
});

test('a beginner is one click from the first roadmap, and its first phase is open', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('link', { name: /^I'm new: start here/u }).click();
  await expect(title(page)).toContainText('Beginner');
  const start = page.getByRole('main').getByRole('link', { name: /^Start/u });
  await start.first().click();
  await expect(page).toHaveURL(/\/labs\/run-your-first-program\/$/u);
});

test('the Beginner path has each first step at its stop, and Start opens the first open one', async ({ page }) => {
  await page.goto('roadmaps/beginner/');
  const steps = page.locator('.stop [data-first]');
  await expect(steps).toHaveCount(15);
  const fundamentals = page.locator('.stop[data-topic="programming-fundamentals"]');
  await expect(fundamentals.getByRole('link', { name: 'Run your first program' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Start', exact: true })).toHaveAttribute(
    'href',
    /run-your-first-program\/$/u,
  );
  await openAs(page, 'roadmaps/beginner/', { 'wayline:labs': labsOf({ 'run-your-first-program': ['', 0, 5] }) });
  await expect(page.locator('[data-first="1"]')).toHaveAttribute('data-passed', '');
  await expect(page.locator('[data-passed]')).toHaveCount(1);
  const second = await addressOf(page.locator('[data-first="2"]').getByRole('link'));
  await expect(page.getByRole('link', { name: 'Continue', exact: true })).toHaveJSProperty('href', second);
});

test('Next passes over a topic that is only recommended', async ({ page }) => {
  await page.goto('topics/programming-fundamentals/?line=beginner');
  await expect(nextLink(page)).toHaveText('Next: Git workflows and collaboration');
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

test('a chosen branch is shown in all phases, counted, in the link and remembered', long, async ({ page }) => {
  await page.goto('roadmaps/backend/#your-language');
  const branch = (id: string) => page.locator(`[data-branch="${id}"]`);
  const firstStop = (id: string) => branch(id).locator('.stop').first();
  await expect(firstStop('nodejs')).toBeVisible();
  await expect(firstStop('python')).toBeHidden();
  expect(await branch('java').count()).toBeGreaterThan(1);
  const hours = await page.locator('[data-hours]').textContent();
  await page.getByRole('radio', { name: 'Java' }).check();
  for (const part of await branch('java').all()) await expect(part).not.toHaveAttribute('hidden');
  await expect(firstStop('nodejs')).toBeHidden();
  await expect(page.locator('[data-hours]')).not.toHaveText(hours ?? '');
  await expect(page).toHaveURL(/\?language=java/u);
  await page.goto('roadmaps/backend/#your-language');
  await expect(page.getByRole('radio', { name: 'Java' })).toBeChecked();
  await page.goto('roadmaps/backend/?language=go#your-language');
  await expect(firstStop('go')).toBeVisible();
});

test('a branch that was picked before phases were rearranged is still taken', async ({ page }) => {
  await openAs(page, 'roadmaps/backend/#language', { 'wayline:language': 'python' });
  await expect(page.locator('#your-language')).toBeInViewport();
  await expect(page.getByRole('radio', { name: 'Python' })).toBeChecked();
  await expect(page.locator('[data-branch="python"] .stop').first()).toBeVisible();
});

test('a roadmap opens at the phase where the reader is, within a few screens', async ({ page }) => {
  for (const [width, most] of [
    [1280, 6_000],
    [390, 9_000],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('roadmaps/backend/');
    await expect(page.locator('details[data-phase][open]')).toHaveCount(1);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(most);
  }
  const open = page.locator('details[data-phase][open]');
  const next = (await open.locator('.stop[data-next] .stop-title a').textContent()) ?? 'none';
  await expect(page.getByRole('link', { name: `Start: ${next}` })).toBeInViewport();
});

test('the time that a roadmap takes follows the hours a week, which are remembered', async ({ page }) => {
  await page.goto('roadmaps/backend/');
  const said = page.locator('.roadmap-count');
  const months = async () => Number(/about (\d+) months/u.exec((await said.textContent()) ?? '')?.[1]);
  await expect(said).toContainText(
    /^\s*\d+ topics ·\s+\d+ h, about \d+ months at\s+−One hour a week less8\+One hour a week more\s+hours a week/u,
  );
  const before = await months();
  await page.getByRole('button', { name: 'One hour a week more' }).click({ clickCount: 2 });
  await page.goto('roadmaps/databases/');
  await page.goto('roadmaps/backend/');
  await expect(said).toContainText('10');
  expect(await months()).toBeLessThan(before);
});

test('phases have addresses of their own, and those of before lead to what replaced them', async ({ page }) => {
  await page.goto('roadmaps/backend/#sql-and-data');
  await expect(page.getByRole('heading', { name: 'SQL and data' })).toBeInViewport();
  await page.goto('roadmaps/backend/#sql-databases');
  await expect(page.getByRole('heading', { name: 'SQL and data' })).toBeInViewport();
  await expect(page.locator('#sql-and-data > details')).toHaveAttribute('open');
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

test('a comparison begins with the decision, and sorts and filters at most six columns that decide', async ({
  page,
}) => {
  await page.goto('compare/languages/');
  await expect(page.getByRole('main').getByText(/^If .+, take .+\.$/u)).not.toHaveCount(0);
  await expect(page.getByRole('columnheader')).toHaveCount(7);
  await expect(page.getByText(/^Rated: one document.s opinion/u)).toBeVisible();
  await page.getByRole('button', { name: 'Learning' }).click();
  await expect(page.getByRole('columnheader', { name: /^Learning/u })).toHaveAttribute('aria-sort', 'ascending');
  const learning = page.locator('tbody tr td:nth-of-type(1)');
  const words = (await learning.allTextContents()).filter((text) => /^(?:Easy|Medium|Hard)$/u.test(text.trim()));
  expect(words.map((word) => word.trim())).toEqual([...Array(5).fill('Easy'), ...Array(4).fill('Medium'), 'Hard']);
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
  const files = ['feed.xml', 'sitemap-index.xml', 'robots.txt', 'site.webmanifest', 'favicon.ico', 'icon-512.png'];
  for (const path of files) expect((await request.get(path)).status(), path).toBe(200);
  const data = await page.locator('script[type="application/ld+json"]').allTextContents();
  expect(data.map((text) => JSON.parse(text)['@type'])).toEqual(['BreadcrumbList', 'Course']);
});

test('every page links the web manifest once it is drawn', async ({ page }) => {
  for (const address of ['./', 'topics/jwt/']) {
    await page.goto(address);
    // Strict: a second link would fail this.
    await expect(page.locator('link[rel="manifest"]')).toHaveAttribute('href', `${base}site.webmanifest`);
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

test('someone who was here before is told what comes next, and nothing moves while it is', async ({ page }) => {
  await openAs(page, './', {
    'wayline:progress': progressOf({ 'programming-fundamentals': ['done', Date.now() - 86_400_000] }),
    'wayline:last-roadmap': 'beginner',
  });
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('./');
    await expect(page.getByRole('heading', { name: 'Welcome back.' })).toBeVisible();
    await expect(page.getByText('Last here: yesterday')).toBeVisible();
    await expect(page.getByText(/^Next · Beginner path · 1 of \d+ done$/u)).toBeVisible();
    await expect(page.getByText(/^\d+ min read · /u)).toBeVisible();
    await expect(page.getByText('1 topic done', { exact: true })).toBeVisible();
    await expect(page.getByRole('link', { name: /^I'm new/u })).toBeHidden();
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 500);
        }),
    );
    expect(shift).toBe(0);
  }
  await page.getByRole('main').getByRole('link', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/\/topics\/[a-z-]+\/\?line=beginner$/u);
});

test('home, roadmap and My progress continue with the same: the next first step, then a topic', async ({ page }) => {
  const passed = { 'run-your-first-program': ['', 0, Date.now() - 86_400_000] };
  await openAs(page, './', { 'wayline:labs': labsOf(passed) });
  await expect(page.getByText('Next · 1 of 15 first steps', { exact: true })).toBeVisible();
  await expect(page.getByText('1 lab passed', { exact: true })).toBeVisible();
  await expect(page.getByText('Last here: yesterday')).toBeVisible();
  await expect(page.locator('welcome-back')).not.toContainText(/0 topics|0 of/u);
  const onHome = page.getByRole('main').getByRole('link', { name: 'Continue', exact: true });
  const step = await addressOf(onHome);
  expect(step).toMatch(/\/labs\/[a-z-]+\/$/u);
  await page.goto('progress/');
  await expect(page.locator('[data-continue-link]')).toHaveJSProperty('href', step);
  await page.goto('roadmaps/beginner/');
  await expect(page.locator('a[data-continue]').first()).toHaveJSProperty('href', step);
  const followed = { 'wayline:progress': progressOf({ git: ['done', 5] }), 'wayline:last-roadmap': 'backend' };
  await openAs(page, 'roadmaps/backend/', followed);
  const topic = await addressOf(page.locator('a[data-continue]').first());
  await page.goto('./');
  await expect(onHome).toHaveJSProperty('href', topic);
  await page.goto('progress/');
  await expect(page.locator('[data-continue-link]')).toHaveJSProperty('href', topic);
});

test('a first visit, and one to a browser that stores nothing, is offered three starts', async ({ page }) => {
  await blockStorage(page);
  await page.goto('./');
  for (const start of [/^I'm new/u, /^I have an interview/u, /^I know some/u])
    await expect(page.getByRole('link', { name: start })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Welcome back.' })).toBeHidden();
});

test('on a phone the header is low and the navigation stays at the lower edge, below strips of pages', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const navigation = page.getByRole('navigation', { name: 'Main' });
  for (const [address, strip] of [
    ['./', undefined],
    ['topics/indexing/', '.topic-actions'],
    ['roadmaps/backend/', '.roadmap-bar'],
    ['labs/run-your-first-program/', '.lab-bar'],
  ] as const) {
    await page.goto(address);
    await page.evaluate(() => scrollTo(0, 900));
    expect((await page.getByRole('banner').boundingBox())?.height).toBeLessThanOrEqual(64);
    await expect(navigation.getByRole('link')).toHaveText(['Learn', 'Practice', 'Interview', 'My progress']);
    for (const link of await navigation.getByRole('link').all())
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await expect(navigation.getByRole('link', { name: 'My progress' }), address).toBeInViewport({ ratio: 1 });
    expect(await navigation.boundingBox(), address).toEqual({ x: 0, y: 788, width: 390, height: 56 });
    if (!strip) continue;
    const box = await page.locator(strip).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), address).toBeLessThanOrEqual(788.5);
  }
});

test('titles have one size on indexes, one on content and one on phones', async ({ page }) => {
  const sizeAt = async (address: string) => {
    await page.goto(address);
    return title(page).evaluate((heading) => getComputedStyle(heading).fontSize);
  };
  expect([await sizeAt('roles/'), await sizeAt('topics/indexing/'), await sizeAt('roadmaps/nodejs/')]).toEqual([
    '48px',
    '40px',
    '40px',
  ]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect([await sizeAt('roles/'), await sizeAt('topics/indexing/')]).toEqual(['32px', '32px']);
});

test('a link in a sentence is underlined', async ({ page }) => {
  for (const address of ['roadmaps/beginner/', 'progress/', 'projects/todo-list-api/', 'career/']) {
    await page.goto(address);
    const links = page.locator('main :is(p, dd) a:not(.button, .stop-title a)');
    const lines = await links.evaluateAll((all) => all.map((link) => getComputedStyle(link).textDecorationLine));
    expect(
      lines.filter((line) => !line.includes('underline')),
      address,
    ).toEqual([]);
  }
});

test('the map fills what is done, rings what is next, and is skipped by one key', async ({ page }) => {
  const progress = progressOf({ 'configuration-management': ['done', 5] });
  await openAs(page, './', { 'wayline:progress': progress, 'wayline:last-roadmap': 'backend' });
  await expect(page.getByRole('heading', { name: 'The network' })).toHaveCSS('font-size', '24px');
  await expect(page.getByText(/^\d+ of \d+ topics\. Hover over a line; click to open\./u)).toBeVisible();
  const stop = page.locator('.map-stop[data-state="done"]');
  await expect(stop).toHaveAccessibleName(/: done$/u);
  expect(await page.locator('.map-stop[data-next]').count()).toBeLessThanOrEqual(1);
  await page.getByRole('link', { name: 'Skip the map' }).press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.locator('.network-map :focus')).toHaveCount(0);
  await page.locator('.map-line').first().locator('a').hover();
  await expect(page.locator('.map-stop[data-off]').first()).toBeAttached();
});
