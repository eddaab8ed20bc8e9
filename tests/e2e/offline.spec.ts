import { expect, type Page, test } from '@playwright/test';
import { findFaults } from './axe.ts';
import { long } from './long.ts';
import { OfflineSite } from './offline-site.ts';
import { storedText } from './stored.ts';
import { watchErrors } from './watch.ts';

// A roadmap is a hundred downloads: on a busy machine that takes its time.
test.describe.configure({ timeout: 120_000 });
const patient = { timeout: 40_000 } as const;

/** Every test has a site of its own, on a port of its own: it takes the network away and publishes new builds. */
let site: OfflineSite;

test.beforeEach(async () => {
  site = new OfflineSite();
  await site.start();
});

test.afterEach(async () => {
  await site.end();
});

const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());
const keptFiles = (page: Page) =>
  page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
  });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, set: string) => page.getByRole('button', { name: `Take offline: ${set}`, exact: true });

async function take(page: Page, set: string): Promise<void> {
  await page.goto(`${site.url}offline/`);
  await button(page, set).click();
  await expect(page.getByText(`${set} is kept.`)).toBeVisible(patient);
}

/** As if an hour had gone by since the site was asked for changes. */
const letAnHourPass = (page: Page) => page.evaluate(() => localStorage.removeItem('wayline:offline:asked'));

test('nothing is registered or downloaded before the reader asks, and sizes are said', async ({ page }) => {
  await page.goto(`${site.url}topics/jwt/`);
  await page.goto(`${site.url}offline/?roadmap=graphql`);
  await expect(page.getByText(/^Choose what to keep\. .*: \d+\.\d MB\.$/u)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'GraphQL' })).toContainText(/\d\.\d MB/u);
  await expect(button(page, 'GraphQL')).toBeFocused();
  expect(await findFaults(page)).toEqual([]);
  expect(await workers(page)).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
  expect(site.asked).not.toContain('sw.js');
});

test('a roadmap, the search, the plan and pages that were visited open without a network', async ({ page }) => {
  await take(page, 'GraphQL');
  await page.goto(`${site.url}topics/docker/`);
  await site.stop();
  await page.goto(`${site.url}roadmaps/graphql/`);
  await expect(title(page)).toHaveText('GraphQL');
  await page.goto(`${site.url}topics/graphql-resolvers/`);
  await expect(title(page)).toContainText('resolvers');
  await page.goto(`${site.url}topics/docker/?line=backend`);
  await expect(title(page)).toContainText('Docker');
  await page.goto(site.url);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('circuit breaker');
  await expect(page.getByRole('option', { name: /Circuit breaker/u }).first()).toBeVisible();
  await page.goto(`${site.url}plan/#v=1&lines=graphql&from=2027-03-01`);
  await expect(page.getByText('Week of March 1, 2027')).toBeVisible();
});

test('offline an address finds its page in any spelling, or one that says so', long, async ({ page }) => {
  await take(page, 'GraphQL');
  await site.stop();
  for (const spelling of ['%74opics/graphql-resolvers/', 'topics//graphql-resolvers/', 'topics/graphql-resolvers?x']) {
    await page.goto(site.url + spelling);
    await expect(title(page)).toContainText('resolvers');
  }
  await page.goto(`${site.url}topics/graphql-resolvers.md`);
  await expect(page).toHaveURL(/\/topics\/graphql-resolvers\/$/u);
  const response = await page.goto(`${site.url}topics/rust-memory-optimization/`);
  expect(response?.status()).toBe(503);
  await expect(title(page)).toHaveText('No network here');
  await page.getByRole('main').getByRole('link', { name: 'All roadmaps' }).click();
  await expect(title(page)).toHaveText('Roadmaps');
});

test('what one choice needs stays when another goes, and with the last one everything goes', long, async ({ page }) => {
  await take(page, 'GraphQL');
  await take(page, 'API design');
  await page.getByRole('button', { name: 'Remove: API design' }).click();
  await expect(page.getByText('API design is no longer kept.')).toBeVisible();
  const files = await keptFiles(page);
  expect(files.some((file) => file.endsWith('/topics/graphql-resolvers/'))).toBe(true);
  expect(files.some((file) => file.endsWith('/roadmaps/api-design/'))).toBe(false);
  await page.getByRole('button', { name: 'Remove everything kept offline' }).click();
  await expect(page.getByText('Nothing is kept offline anymore.')).toBeVisible();
  expect(await workers(page)).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
});

test('a download that is cut off says so and goes on where it stopped', long, async ({ page }) => {
  await page.goto(`${site.url}offline/`);
  site.faultOf = (path) => (path === 'topics/graphql-resolvers/' ? 'cut' : undefined);
  await button(page, 'GraphQL').click();
  await expect(page.getByText('The download was interrupted.')).toBeVisible(patient);
  site.faultOf = () => undefined;
  const before = (await keptFiles(page)).length;
  expect(before).toBeGreaterThan(10);
  site.asked.length = 0;
  await button(page, 'GraphQL').click();
  await expect(page.getByText('GraphQL is kept.')).toBeVisible(patient);
  expect(site.asked.length).toBeLessThan((await keptFiles(page)).length - before + 10);
});

test('with a slow network a kept page comes after a few seconds', long, async ({ page }) => {
  await take(page, 'GraphQL');
  site.faultOf = (path) => (path === 'topics/graphql-resolvers/' ? 'never' : undefined);
  await page.goto(`${site.url}topics/graphql-resolvers/`);
  await expect(title(page)).toContainText('resolvers');
});

test('a changed page is shown at once, and kept within the hour', long, async ({ page }) => {
  await site.shrink();
  await take(page, 'The whole site');
  site.publish('topics/jwt/index.html', ['JWT authentication', 'JWT, second edition']);
  await letAnHourPass(page);
  await page.goto(`${site.url}topics/`);
  await expect.poll(() => site.asked.filter((path) => path === 'topics/jwt/').length, patient).toBe(2);
  await expect.poll(() => storedText(page, 'wayline:offline:asked'), patient).not.toBeNull();
  await site.stop();
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toContainText('second edition');
});

test('labs run, help and are shared without a network when what runs them is kept', long, async ({ page }) => {
  await take(page, 'The engine for labs in SQL');
  await page.goto(`${site.url}labs/newest-order-of-each-customer/`);
  await site.stop();
  await page.reload();
  await page.getByLabel('Code of this lab, main.sql').pressSequentially('-- Mine\n');
  await page.locator('[data-lab-run]').click();
  const stuck = page.locator('.lab-stuck:visible').first();
  for (const rung of ['Hint 1 of 4', 'Hint 2 of 4', 'Hint 3 of 4', 'Hint 4 of 4', 'Put the lines in order'])
    await stuck.getByRole('button', { name: rung }).click();
  await expect(stuck.getByRole('list', { name: 'Lines to choose from' })).toBeVisible();
  await stuck.getByRole('button', { name: 'Solution' }).click();
  await expect(page.getByText('Now from an empty editor')).toBeVisible();
  await page.getByRole('button', { name: /^Share/u }).click();
  await expect(page.getByText('Your code is only in the link.')).toBeVisible();
});

test('what arrives instead of a file is not kept', long, async ({ page }) => {
  await page.goto(`${site.url}offline/`);
  site.faultOf = (path) => (path.includes('pglite') ? 'html' : undefined);
  await button(page, 'The engine for labs in SQL').click();
  await expect(page.getByText('The download was interrupted.')).toBeVisible(patient);
  expect((await keptFiles(page)).filter((file) => file.includes('pglite'))).toEqual([]);
});

test('a worker’s address that does not answer with the worker keeps nothing, in words', long, async ({ page }) => {
  for (const fault of ['html', 'cut', 'missing'] as const) {
    site.faultOf = (path) => (path === 'sw.js' ? fault : undefined);
    await page.goto(`${site.url}offline/`);
    await button(page, 'GraphQL').click();
    await expect(page.getByText('The download was interrupted.')).toBeVisible();
    expect(await workers(page)).toEqual([]);
  }
});

test('who kept the whole site in the earlier format keeps it, without an error', long, async ({ page }) => {
  const errors = watchErrors(page);
  await site.shrink();
  await page.goto(`${site.url}topics/`);
  await page.evaluate(async (scope) => {
    const copy = await caches.open(`wayline:offline:${new URL(scope).pathname}`);
    await copy.put(`${scope}offline/kept/current`, new Response('{"kind":"wayline-edition"}'));
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): never };
    };
    const policy = trustedTypes.createPolicy('wayline-offline', { createScriptURL: (url: string) => url });
    await navigator.serviceWorker.register(
      (policy as { createScriptURL(url: string): string }).createScriptURL(`${scope}sw.js`),
      { scope },
    );
  }, site.url);
  await expect
    .poll(() => cacheNames(page).catch(() => []), patient)
    .toEqual([expect.stringContaining('wayline:pages:')]);
  await expect.poll(() => storedText(page, 'wayline:offline:asked').catch(() => null), patient).not.toBeNull();
  await site.stop();
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT authentication');
  expect(errors).toEqual([]);
});

test('the worker that removes itself takes along what was kept', long, async ({ page }) => {
  await site.shrink();
  await take(page, 'The whole site');
  await page.goto(`${site.url}topics/jwt/`);
  await site.giveUp();
  await page.reload();
  await expect.poll(() => workers(page).catch(() => ['moving'])).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
});
