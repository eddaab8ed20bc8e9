/**
 * Asks the built site's search every graded query in a real browser, and prints how often it is right, what it loads, and
 * how long its first answer takes; then the same for Pagefind alone, over the same pages.
 * Usage: npm run bench:search [-- --half=tuning|held] [--kind=typo] [--misses] [--queries=FILE] (after a build)
 */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { type TitleFile, unpackDocuments } from '#features/search/document.ts';
import { median } from '../site/weights.ts';
import { openSite, throttleNetwork } from './open-site.ts';
import { type GradedQuery, hasAnswer, rankOf, readGradedQueries, scoreSearch } from './search-scores.ts';

/** The addresses found for each query, in the order of the queries. */
type Found = readonly (readonly string[])[];

const { values } = parseArgs({
  options: {
    half: { type: 'string' },
    kind: { type: 'string' },
    misses: { type: 'boolean', default: false },
    queries: { type: 'string', default: 'tests/search/graded.tsv' },
  },
});
const folder = resolve('dist');
const all = readGradedQueries(readFileSync(values.queries, 'utf8'));
const queries = all.filter(
  (query) => (!values.half || query.half === values.half) && (!values.kind || query.kind === values.kind),
);

const { browser, origin, close } = await openSite();

const found = await askAll(browser);
printScores(found);
if (values.misses) printMisses(found);
console.log('\nPagefind alone, its ten best results:');
printScores(await askPagefind(browser));
printLost();
await printCosts(browser);
await close();

/** Types every query into the search page, as a reader would. */
async function askAll(driven: Browser): Promise<Found> {
  const page = await driven.newPage();
  await page.goto(`${origin}/search/`);
  const results: string[][] = [];
  for (const { query } of queries) results.push(await ask(page, query));
  await page.close();
  return results;
}

async function ask(page: Page, query: string): Promise<string[]> {
  const list = page.locator('ol[data-search-results]');
  await page.getByRole('combobox').fill('');
  await list.and(page.locator('[data-search-state="idle"]')).waitFor({ state: 'attached' });
  await page.getByRole('combobox').fill(query);
  await list.and(page.locator('[data-search-state="done"]')).waitFor({ state: 'attached' });
  const links = await list
    .locator('li > a:first-child')
    .evaluateAll((anchors) => anchors.map((a) => a.getAttribute('href')));
  return links.map((link) => link ?? '');
}

/** Asks the index that Pagefind made of the same pages, with Pagefind's own ranking. */
async function askPagefind(driven: Browser): Promise<Found> {
  const page = await driven.newPage();
  await page.goto(`${origin}/search/`);
  const results = await page.evaluate(
    async (texts) => {
      const pagefind = await import(new URL('/pagefind/pagefind.js', location.origin).href);
      const found: string[][] = [];
      for (const text of texts) {
        const { results: best } = await pagefind.search(text);
        const data = await Promise.all(best.slice(0, 10).map((result: { data(): Promise<unknown> }) => result.data()));
        found.push(data.map(({ url }: { url: string }) => new URL(url, location.origin).pathname));
      }
      return found;
    },
    queries.map(({ query }) => query),
  );
  await page.close();
  return results;
}

function printScores(results: Found): void {
  const halves = (['tuning', 'held'] as const).filter((half) => queries.some((query) => query.half === half));
  console.log(
    `${'kind'.padEnd(24)}${['queries', 'MRR', 'first', 'in five', 'useful', 'nothing'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const half of halves) {
    for (const kind of new Set(queries.map((query) => query.kind)))
      printRow(`${half}: ${kind}`, results, (query) => query.half === half && query.kind === kind);
    printRow(`${half}: all`, results, (query) => query.half === half);
  }
}

function printRow(label: string, results: Found, isCounted: (query: GradedQuery) => boolean): void {
  const at = queries.flatMap((query, index) => (isCounted(query) ? [index] : []));
  if (at.length === 0) return;
  const scores = scoreSearch(
    at.map((index) => queries[index] as GradedQuery),
    at.map((index) => results[index] ?? []),
  );
  const shares = [scores.first, scores.firstFive, scores.firstUseful, scores.nothing].map(
    (share) => `${(share * 100).toFixed(1)} %`,
  );
  const cells = [String(scores.count), scores.reciprocalRank.toFixed(3), ...shares];
  console.log(`${label.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

/** Queries of the tuning half whose first result is wrong. Those of the held half are never shown. */
function printMisses(results: Found): void {
  for (const [index, query] of queries.entries()) {
    const addresses = results[index] ?? [];
    if (query.half === 'held' || rankOf(query, addresses) === 1) continue;
    console.log(
      `${query.kind}: "${query.query}" wants ${query.right.join(' or ') || 'nothing'}, got ${addresses.slice(0, 4).join(' ') || 'nothing'}`,
    );
  }
}

/** Queries that no search can answer, because none of their pages is on the site any more. */
function printLost(): void {
  const sitemap = readFileSync(join(folder, 'sitemap-0.xml'), 'utf8');
  const lost = queries.filter((query) => !hasAnswer(query, (address) => sitemap.includes(`${address}</loc>`)));
  console.log(`\nQueries whose answers are no pages of the site: ${lost.length}`);
}

async function printCosts(driven: Browser): Promise<void> {
  const runs: SearchCosts[] = [];
  const address = `${origin}/topics/indexing/`;
  for (const query of ['isolation level', 'token expired', 'slow query'])
    runs.push(await measureFirstSearch(driven, { address, query }));
  const middle = (cost: keyof SearchCosts) => Math.round(median(runs.map((run) => run[cost])));
  const titleBytes = middle('titleBytes');
  const { fields } = JSON.parse(readFileSync(join(folder, 'search/titles.json'), 'utf8')) as TitleFile;
  const documents = unpackDocuments(fields).length;
  const perDocuments = Math.round((titleBytes / documents) * 500);
  console.log(
    `Bytes over the wire: 0 before the search is opened, ${titleBytes} for the title index of ${documents} documents (${perDocuments} per 500), ${middle('fullTextBytes')} more for the first full-text query`,
  );
  console.log(
    `First result of the first search on slow 4G: ${middle('milliseconds')} ms (medians of ${runs.length} queries)`,
  );
}

/** What the first search of a visit costs. */
type SearchCosts = Awaited<ReturnType<typeof measureFirstSearch>>;

/**
 * Opens the search on a page over slow 4G and asks for something, as the first search of a visit.
 * @returns bytes over the wire for what answers while typing (script and documents) and for the full text behind it, headers
 * included, and the time from opening the box to the first result.
 */
async function measureFirstSearch(
  browser: Browser,
  { address, query }: { readonly address: string; readonly query: string },
) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await throttleNetwork(page);
  const sizes = new Map<string, number>();
  const addresses = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(addresses.get(requestId) ?? requestId, encodedDataLength),
  );
  await page.goto(address, { waitUntil: 'networkidle' });
  sizes.clear();
  const started = performance.now();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill(query);
  await page.locator('ol[data-search-results] li').first().waitFor();
  const milliseconds = performance.now() - started;
  await page.locator('ol[data-search-results][data-search-state="done"]').waitFor({ state: 'attached' });
  await context.close();
  const isFullText = (loaded: string) => /\/(?:pagefind|shards)\//u.test(loaded);
  const sum = (isCounted: (loaded: string) => boolean) =>
    [...sizes].filter(([loaded]) => isCounted(loaded)).reduce((total, [, size]) => total + size, 0);
  return { titleBytes: sum((loaded) => !isFullText(loaded)), fullTextBytes: sum(isFullText), milliseconds };
}
