import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { base } from './base.ts';
import { long } from './long.ts';
import { pageKinds } from './page-kinds.ts';

const inSitemap = [...readFileSync('dist/sitemap-0.xml', 'utf8').matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, address]) =>
  new URL(address ?? '').pathname.slice(base.length),
);
/** Every page, below the folder that the site is served from, whether or not search engines are told of it. */
const addresses = [
  ...new Set([...inSitemap, pageKinds.plan, pageKinds.practice, pageKinds.progress, pageKinds.search]),
];

/** Small, because drawing is most of the work and none of the question. */
test.use({ viewport: { width: 360, height: 320 } });

/** Opens pages one after the other, and expects that none complains or asks another origin for something. */
async function expectQuiet(page: Page, baseURL: string, list: readonly string[]): Promise<void> {
  test.setTimeout(300_000);
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()} ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`${page.url()} ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:'))
      errors.push(`${page.url()} asks ${request.url()}`);
  });
  expect(list.length).toBeGreaterThan(25);
  for (const address of list) await page.goto(address === '' ? './' : address);
  expect(errors).toEqual([]);
}

test('no kind of page breaks the policy, logs an error or asks another origin', async ({ page, baseURL }) => {
  const { 'missing page': _, ...kinds } = pageKinds;
  await expectQuiet(page, baseURL ?? '-', Object.values(kinds));
});

for (const part of [1, 2, 3, 4]) {
  test(`no page breaks the policy, logs an error or asks elsewhere, part ${part}`, long, async ({ page, baseURL }) => {
    const own = addresses.filter((_, at) => at % 4 === part - 1);
    await expectQuiet(page, baseURL ?? '-', own);
  });
}

test('responses carry the headers of the project, and only files with a hash are kept forever', async ({
  page,
  request,
}) => {
  const headers = (await request.get('topics/indexing/')).headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
  expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['cache-control']).toBe('public, max-age=60');
  await page.goto('./');
  const style = await page.locator('link[rel="stylesheet"]').first().getAttribute('href');
  expect((await request.get(style ?? '')).headers()['cache-control']).toContain('immutable');
  expect((await request.get('pagefind/pagefind.js')).headers()['cache-control']).toContain('must-revalidate');
});

test('a missing address answers 404 with a way on', async ({ page }) => {
  const response = await page.goto('topics/no-such-topic/');
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No stop at this address');
  await expect(page.getByRole('main').getByRole('link', { name: 'All topics, A to Z' })).toBeVisible();
});

test('markup that someone tries to inject is blocked', async ({ page }) => {
  await page.goto('./');
  const inject = page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>injected</p>'));
  await expect(inject).rejects.toThrow('TrustedHTML');
});

test('addresses of pages that are no more lead to what answers for them', long, async ({ page }) => {
  for (const [from, to] of [
    ['embed/roadmaps/nodejs/', /\/roadmaps\/nodejs\/$/u],
    ['learn/backend/go/gin/beginner/', /\/learn\/$/u],
    ['roles/java-developer/to/api-designer/', /\/roles\/api-designer\/$/u],
  ] as const) {
    await page.goto(from);
    await expect(page).toHaveURL(to);
  }
});
