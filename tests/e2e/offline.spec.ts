import { expect, type Page, test } from '@playwright/test';
import { findFaults } from './axe.ts';
import { OfflineSite } from './offline-site.ts';
import { openSecondWindow } from './second-window.ts';

// A copy is many downloads and a new build packs the whole site: on a busy machine that takes its time.
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

const keepButton = { name: 'Keep this site offline' } as const;
const packsAsked = () => site.asked.filter((path) => path.endsWith('.bundle'));
const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope));
const cacheNames = (page: Page) => page.evaluate(() => caches.keys());

async function keep(page: Page): Promise<void> {
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', keepButton).click();
  await expect(page.getByText('The whole site is kept.')).toBeVisible(patient);
}

/** As if an hour had gone by since the site was asked for a new edition. */
const letAnHourPass = (page: Page) => page.evaluate(() => localStorage.removeItem('wayline:offline:asked'));

/** Agrees to the new edition, and waits for the page to come again. */
async function showNew(page: Page): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Show it now' }).click();
  await loaded;
}

/** Uses the search box, whose script is loaded when it is first used. */
async function expectSearchToFind(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('circuit breaker');
  const option = page.locator('search-dialog').getByRole('option', { name: /Circuit breaker/u });
  await expect(option.first()).toBeVisible();
}

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const publishNewWords = () => site.publish('topics/jwt/index.html', ['JWT authentication', 'JWT, second edition']);

test('nothing is registered or downloaded before the reader asks, and the size is said', async ({ page }) => {
  await page.goto(`${site.url}topics/jwt/`);
  await page.goto(`${site.url}offline/`);
  await expect(page.getByText(/^\d+\.\d MB to download, and as much room on your device\.$/u)).toBeVisible();
  expect(await workers(page)).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
  expect(site.asked).not.toContain('sw.js');
  expect(packsAsked()).toEqual([]);
});

test('without a network a topic, a roadmap, a search and the plan work', async ({ page }) => {
  await keep(page);
  await site.stop();
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT authentication');
  await page.goto(`${site.url}roadmaps/backend/`);
  await expect(title(page)).toHaveText('Backend');
  // A word that only the full text knows.
  await page.goto(`${site.url}search/?q=zdiff3`);
  await expect(page.getByRole('option', { name: /zdiff3/u })).toBeVisible();
  await page.goto(site.url);
  await expectSearchToFind(page);
  await page.goto(`${site.url}plan/#v=1&lines=api-design&from=2027-03-01`);
  await expect(page.getByText('Week of March 1, 2027')).toBeVisible();
});

test('without a network the search finds words inside pages', { tag: '@long' }, async ({ page }) => {
  await keep(page);
  await site.stop();
  await page.goto(`${site.url}search/?q=idempotency`);
  // A passage comes from Pagefind, not from the index of titles.
  await expect(page.locator('[data-search-results] mark').nth(1)).toBeVisible();
});

/** Runs a lab's starter as it stands, and waits for the end. */
async function runLab(page: Page, id: string): Promise<void> {
  await page.goto(`${site.url}labs/${id}/`);
  await page.locator('[data-lab-run]').click();
  await expect(page.locator('[data-lab-status]')).toHaveAttribute('data-state', 'failed', patient);
}

test('labs run without a network once the reader has asked for that, until it is removed', { tag: '@long' }, async ({
  page,
}) => {
  await keep(page);
  await expect(page.getByText(/^Labs and samples still need a network to run code\. .*: \d+\.\d MB\.$/u)).toBeVisible();
  expect(site.asked.filter((path) => path.startsWith('engines/'))).toEqual([]);
  await page.getByRole('button', { name: 'Keep the labs too' }).click();
  await expect(page.getByText(/^Labs and samples run without a network too: \d+\.\d MB\.$/u)).toBeVisible(patient);
  await site.stop();
  for (const id of ['cut-a-stream-into-batches', 'newest-order-of-each-customer', 'count-errors-in-a-large-log'])
    await runLab(page, id);
  await site.start();
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', { name: 'Remove what runs labs' }).click();
  await expect(page.getByRole('button', { name: 'Keep the labs too' })).toBeVisible();
  expect(await cacheNames(page)).toEqual([expect.stringContaining('wayline:offline:')]);
});

test('what arrives instead of a file of the labs is not kept', { tag: '@long' }, async ({ page }) => {
  await keep(page);
  site.faultOf = (path) => (path.includes('pglite.wasm') ? 'html' : undefined);
  await page.getByRole('button', { name: 'Keep the labs too' }).click();
  await expect(page.getByText(/^What runs labs did not come whole: /u)).toBeVisible(patient);
  const kept = await page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.startsWith('wayline:labs:')) ?? '');
    return (await cache.keys()).map(({ url }) => url);
  });
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.filter((url) => url.includes('pglite.wasm'))).toEqual([]);
});

test('labs that were cut off on their way go on from there, and go with the copy', { tag: '@long' }, async ({
  page,
}) => {
  await keep(page);
  site.faultOf = (path) => (path.includes('pglite.wasm') ? 'cut' : undefined);
  await page.getByRole('button', { name: 'Keep the labs too' }).click();
  await expect(page.getByText(/^What runs labs did not come whole: /u)).toBeVisible(patient);
  site.faultOf = () => undefined;
  site.asked.length = 0;
  await page.getByRole('button', { name: 'Keep the labs too' }).click();
  await expect(page.getByText(/^Labs and samples run without a network too/u)).toBeVisible(patient);
  expect(site.asked.some((path) => path.includes('pglite.wasm'))).toBe(true);
  expect(site.asked.some((path) => /engines\/js\.js/u.test(path))).toBe(false);
  await page.getByRole('button', { name: 'Remove the offline copy' }).click();
  await expect.poll(() => cacheNames(page)).toEqual([]);
});

test('a page that is not in the copy has a page that says so, with ways on', async ({ page }) => {
  await keep(page);
  await site.stop();
  const response = await page.goto(`${site.url}llms.txt`);
  expect(response?.status()).toBe(503);
  await expect(title(page)).toHaveText('No network here');
  await page.getByRole('main').getByRole('link', { name: 'All roadmaps' }).click();
  await expect(title(page)).toHaveText('Roadmaps');
});

test('without a network an address finds its page however it is spelled', { tag: '@long' }, async ({ page }) => {
  await keep(page);
  await site.stop();
  for (const address of ['%74opics/jwt/', 'topics/%6Awt', '/topics//jwt/']) {
    await page.goto(site.url + address);
    await expect(title(page)).toHaveText('JWT authentication');
  }
  expect((await page.goto(`${site.url}topics/%`))?.status()).toBe(503);
});

test('without a network a page as Markdown leads to the page, and the feed opens', { tag: '@long' }, async ({
  page,
}) => {
  await keep(page);
  await page.goto(`${site.url}topics/jwt.md`);
  await expect(page).toHaveURL(`${site.url}topics/jwt.md`);
  await site.stop();
  // Another page: for a minute, the browser still has the one above.
  await page.goto(`${site.url}topics/oauth2.md`);
  await expect(page).toHaveURL(`${site.url}topics/oauth2/`);
  await expect(title(page)).toContainText('OAuth 2.0');
  const feed = await page.goto(`${site.url}feed.xml`);
  expect(feed?.status()).toBe(200);
  expect(feed?.headers()['content-type']).toBe('application/xml');
});

test('an address without its last slash finds its page without a network', { tag: '@long' }, async ({ page }) => {
  await keep(page);
  await site.stop();
  await page.goto(`${site.url}topics/jwt`);
  await expect(page).toHaveURL(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT authentication');
});

test('an address without its last slash keeps what it asks for without a network', { tag: '@long' }, async ({
  page,
}) => {
  await keep(page);
  await site.stop();
  await page.goto(`${site.url}search?q=indexing`);
  await expect(page).toHaveURL(`${site.url}search/?q=indexing`);
  await expect(page.getByRole('option', { name: /Database indexing/u }).first()).toBeVisible();
});

test('pages of the copy carry the policy and the types that the server sends', { tag: '@long' }, async ({ page }) => {
  const faults: string[] = [];
  await keep(page);
  await site.stop();
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  const response = await page.goto(`${site.url}topics/indexing/`);
  const headers = await response?.allHeaders();
  expect(headers?.['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers?.['x-content-type-options']).toBe('nosniff');
  expect(headers?.['content-type']).toBe('text/html; charset=utf-8');
  expect(faults).toEqual([]);
});

test('the copy is kept, renewed and removed with the keyboard alone, at 360 px', { tag: '@long' }, async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', keepButton).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The whole site is kept.')).toBeVisible(patient);
  expect(await findFaults(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Remove the offline copy' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The offline copy is removed.')).toBeVisible();
  await expect(page.getByText('MB to download')).toBeFocused();
});

test('removing leaves no cache and no worker, also in the middle of a download', async ({ page }) => {
  await keep(page);
  await page.getByRole('button', { name: 'Remove the offline copy' }).click();
  await expect(page.getByText('The offline copy is removed.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', keepButton)).toBeVisible();
  expect(await workers(page)).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
  await page.getByRole('button', keepButton).click();
  await page.getByRole('button', { name: 'Remove the offline copy' }).click();
  await expect(page.getByText('The offline copy is removed.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', keepButton)).toBeVisible();
  expect(await workers(page)).toEqual([]);
  expect(await cacheNames(page)).toEqual([]);
});

test('a new build is downloaded in its changed parts, and shown when the reader says so', { tag: '@long' }, async ({
  page,
}) => {
  await site.shrink();
  await keep(page);
  const open = await openSecondWindow(page);
  await open.goto(`${site.url}topics/jwt/`);
  await publishNewWords();
  site.asked.length = 0;
  await letAnHourPass(page);
  await page.goto(`${site.url}topics/jwt/`);
  const notice = page.getByText('A new edition of this site is ready.');
  await expect(notice).toBeVisible(patient);
  await expect(title(page)).toHaveText('JWT authentication');
  expect(packsAsked()).toHaveLength(1);
  expect(await findFaults(page)).toEqual([]);
  await showNew(page);
  await expect(title(page)).toHaveText('JWT, second edition');
  await expect(notice).toBeHidden();
  await expect(open.getByText('A new edition of this site is ready.')).toBeHidden();
});

test('a copy in the format of the first edition is renewed by the new worker, and nothing is said', {
  tag: '@long',
}, async ({ page }) => {
  await site.shrink();
  await keep(page);
  await page.evaluate(async () => {
    // Only the new worker is to act, not the page's hourly look for a new edition.
    localStorage.setItem('wayline:offline:asked', String(Date.now()));
    const [name = ''] = await caches.keys();
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (!response || !/\/packs\/|kept\/current$/u.test(request.url)) continue;
      await cache.delete(request);
      if (request.url.endsWith('.bundle'))
        await cache.put(request.url.replace('.bundle', '.pack'), new Response('former'));
      else
        await cache.put(
          request.url,
          new Response((await response.text()).replace(/"edition":"\w+"/u, '"edition":"former"')),
        );
    }
  });
  site.replaceWorker();
  await page.goto(`${site.url}topics/jwt/`);
  const packs = () =>
    page.evaluate(async () => (await (await caches.open((await caches.keys())[0] ?? '')).keys()).map(({ url }) => url));
  await expect.poll(packs, patient).not.toContainEqual(expect.stringMatching(/\.pack$/u));
  await page.goto(`${site.url}offline/`);
  await expect(page.getByText('This site is kept on your device')).toBeVisible(patient);
  await expect(page.getByRole('button', { name: 'Look for a new edition' })).toBeVisible(patient);
  await site.stop();
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT authentication');
  await expect(page.locator('offline-notice')).toBeHidden();
});

test('an open tab goes on with the scripts of its own edition', { tag: '@long' }, async ({ page }) => {
  await site.shrink();
  await keep(page);
  const open = await openSecondWindow(page);
  await open.goto(`${site.url}topics/jwt/`);
  site.renameScripts();
  await site.publish('topics/jwt/index.html', ['JWT authentication', 'JWT, second edition']);
  await page.goto(`${site.url}offline/`);
  await showNew(page);
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT, second edition');
  // The search box is loaded when it is first used: its old name is gone from the server.
  await expectSearchToFind(open);
});

test('a new edition that is put off stays away for the visit, and waits on its own page', { tag: '@long' }, async ({
  page,
}) => {
  await site.shrink();
  await keep(page);
  await publishNewWords();
  await letAnHourPass(page);
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Later' }).click();
  await page.goto(`${site.url}topics/`);
  await expect(page.getByText('A new edition of this site is ready.')).toBeHidden();
  await page.goto(`${site.url}offline/`);
  await expect(page.getByRole('button', { name: 'Show it now' })).toBeVisible();
});

test('a download that is cut off says so, and goes on from there on the next visit', { tag: '@long' }, async ({
  page,
}) => {
  let served = 0;
  site.faultOf = (path) => {
    if (path.endsWith('.bundle')) served += 1;
    return served > 10 ? 'cut' : undefined;
  };
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', keepButton).click();
  await expect(page.getByRole('status').filter({ hasText: 'The download was interrupted.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Go on with the download' })).toBeVisible();
  expect(await findFaults(page)).toEqual([]);
  site.faultOf = () => undefined;
  site.asked.length = 0;
  await page.goto(`${site.url}topics/`);
  await expect(page.getByText('The download of the offline copy had stopped. It goes on now')).toBeVisible();
  await page.goto(`${site.url}offline/`);
  await expect(page.getByText('This site is kept on your device')).toBeVisible(patient);
  const again = packsAsked();
  expect(new Set(again).size).toBe(again.length);
  await site.stop();
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT authentication');
});

test('a download goes on while the reader moves from page to page', { tag: '@long' }, async ({ page }) => {
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', keepButton).click();
  await expect(page.getByText(/^Downloading the offline copy/u)).toBeVisible();
  await page.goto(`${site.url}topics/`);
  await page.goto(`${site.url}roadmaps/`);
  await page.goto(`${site.url}offline/`);
  await expect(page.getByText('This site is kept on your device')).toBeVisible(patient);
});

test('a file that arrives as something else is not kept', { tag: '@long' }, async ({ page }) => {
  site.faultOf = (path) => (path.endsWith('.bundle') ? 'html' : undefined);
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', keepButton).click();
  await expect(page.getByRole('status').filter({ hasText: 'The download was interrupted.' })).toBeVisible();
  await expect(page.getByText(/^0\.0 MB of/u)).toBeVisible();
});

test('a full disk is said, and the site stays as it was', async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 2_000_000 });
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', keepButton).click();
  await expect(page.getByRole('status').filter({ hasText: 'There is no room left on this device.' })).toBeVisible(
    patient,
  );
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT authentication');
  await page.goto(`${site.url}offline/`);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin });
  await page.reload();
  await expect(page.getByText('This site is kept on your device')).toBeVisible(patient);
});

test('a worker’s address that answers HTML strands no one: the page says so and removes the copy', {
  tag: '@long',
}, async ({ page }) => {
  await keep(page);
  site.faultOf = (path) => (path === 'sw.js' ? 'html' : undefined);
  await letAnHourPass(page);
  await page.goto(`${site.url}topics/jwt/`);
  await expect(page.getByText('The site did not answer with an offline copy.')).toBeVisible();
  await expect(title(page)).toHaveText('JWT authentication');
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Remove the offline copy' }).click();
  await loaded;
  await expect(page.getByText('The site did not answer with an offline copy.')).toBeHidden();
  // That the worker goes is proved above: here a debugger may hold up the browser's own look for a newer one, and with it the removal.
  expect(await cacheNames(page)).toEqual([]);
});

test('a worker’s address that answers HTML from the start keeps nothing, in words', async ({ page }) => {
  site.faultOf = (path) => (path === 'sw.js' ? 'html' : undefined);
  await page.goto(`${site.url}offline/`);
  await page.getByRole('button', keepButton).click();
  await expect(page.getByText('Nothing was kept.')).toBeVisible();
  expect(await workers(page)).toEqual([]);
});

test('a site that is offline and has a whole copy complains about nothing', { tag: '@long' }, async ({ page }) => {
  await keep(page);
  await letAnHourPass(page);
  await site.stop();
  await page.goto(`${site.url}topics/jwt/`);
  await expect(title(page)).toHaveText('JWT authentication');
  await page.waitForTimeout(1_000);
  await expect(page.locator('offline-notice')).toBeHidden();
});

test('the worker that removes itself takes the copy along and shows the site as it is', { tag: '@long' }, async ({
  page,
}) => {
  await site.shrink();
  await keep(page);
  await page.goto(`${site.url}topics/jwt/`);
  await site.giveUpCopy();
  await page.reload();
  await expect.poll(() => workers(page).catch(() => ['moving'])).toEqual([]);
  await expect(title(page)).toHaveText('JWT, on the network');
  expect(await cacheNames(page)).toEqual([]);
});
