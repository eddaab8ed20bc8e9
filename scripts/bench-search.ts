/**
 * Asks the built site's search every judged query in a real browser, beside Pagefind alone and MiniSearch alone on the
 * same queries, and prints how often each is right, what the search loads, and how long its first answer takes.
 * Usage: npm run bench:search [-- --half=tuning|held] [--class=typo] [--misses]
 */
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import MiniSearch from 'minisearch';
import { type JudgedQuery, placeOf, queryClasses, scoreSearch } from '#bench/search-scores.ts';
import { type PackedDocuments, unpackDocuments } from '#domain/search/document.ts';
import { serve } from '#serving/server.ts';
import { median } from '#site-check/weights.ts';
import { findBrowser } from './find-browser.ts';

const { values } = parseArgs({
  options: {
    half: { type: 'string' },
    class: { type: 'string' },
    misses: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
  },
});
const all = JSON.parse(readFileSync('tests/search/judged.json', 'utf8')) as readonly JudgedQuery[];
const queries = all.filter(
  (query) => (!values.half || query.half === values.half) && (!values.class || query.class === values.class),
);

const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const { path, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  env: { ...process.env, ...env },
  args: ['--no-sandbox'],
});

const engines = {
  Wayline: await askWayline(browser),
  ...(values.alone ? {} : { 'Pagefind alone': await askPagefind(browser), 'MiniSearch alone': askMiniSearch() }),
};
for (const [name, found] of Object.entries(engines)) printScores(name, found);
if (values.misses) printMisses(engines.Wayline);
await printCosts(browser);
await browser.close();
server.close();

type Found = readonly (readonly string[])[];

/** Types every query into the search page, as a reader would. */
async function askWayline(driven: Browser): Promise<Found> {
  const page = await driven.newPage();
  await page.goto(`${origin}/search/`);
  const found: string[][] = [];
  for (const { query } of queries) found.push(await ask(page, query));
  await page.close();
  return found;
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

/** Pagefind as its documentation shows it, over the same index. */
async function askPagefind(driven: Browser): Promise<Found> {
  const page = await driven.newPage();
  await page.goto(`${origin}/search/`);
  const found = await page.evaluate(
    async (texts) => {
      const address = '/pagefind/pagefind.js';
      const pagefind = await import(address);
      const results: string[][] = [];
      for (const text of texts) {
        const answer = await pagefind.search(text);
        const pages = await Promise.all(
          answer.results.slice(0, 10).map((result: { data(): Promise<{ url: string }> }) => result.data()),
        );
        results.push(pages.map(({ url }: { url: string }) => url));
      }
      return results;
    },
    queries.map(({ query }) => query),
  );
  await page.close();
  return found;
}

/** MiniSearch over the documents of the jump tier, with prefixes and the fuzziness that its documentation suggests. */
function askMiniSearch(): Found {
  const documents = unpackDocuments(JSON.parse(readFileSync('dist/search/jump.json', 'utf8')) as PackedDocuments);
  const mini = new MiniSearch({
    fields: ['title', 'aliases', 'asks', 'summary'],
    idField: 'address',
    storeFields: [],
  });
  mini.addAll(
    documents.map((document) => ({
      ...document,
      aliases: document.aliases.join('\n'),
      asks: document.asks.join('\n'),
    })),
  );
  const options = { prefix: true, fuzzy: 0.2, boost: { title: 6, aliases: 5 } };
  return queries.map(({ query }) => mini.search(query, options).map(({ id }) => String(id)));
}

function printScores(name: string, found: Found): void {
  const halves = (['tuning', 'held'] as const).filter((half) => queries.some((query) => query.half === half));
  console.log(`\n${name}`);
  console.log(
    `${'class'.padEnd(24)}${['queries', 'MRR', 'first', 'in five', 'nothing'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const half of halves) {
    for (const name of queryClasses)
      printRow(`${half}: ${name}`, found, (query) => query.half === half && query.class === name);
    printRow(`${half}: all`, found, (query) => query.half === half);
  }
}

function printRow(label: string, found: Found, isCounted: (query: JudgedQuery) => boolean): void {
  const at = queries.flatMap((query, index) => (isCounted(query) ? [index] : []));
  if (at.length === 0) return;
  const scores = scoreSearch(
    at.map((index) => queries[index] as JudgedQuery),
    at.map((index) => found[index] ?? []),
  );
  const shares = [scores.first, scores.firstFive, scores.nothing].map((share) => `${(share * 100).toFixed(1)} %`);
  const cells = [String(scores.count), scores.reciprocalRank.toFixed(3), ...shares];
  console.log(`${label.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

/** Queries of the tuning half whose first result is wrong. Those of the held half are never shown. */
function printMisses(found: Found): void {
  for (const [index, query] of queries.entries()) {
    const results = found[index] ?? [];
    if (query.half === 'held' || placeOf(query, results) === 1) continue;
    console.log(
      `${query.class}: "${query.query}" wants ${query.answers.join(' or ') || 'nothing'}, got ${results.slice(0, 4).join(' ') || 'nothing'}`,
    );
  }
}

/** Bytes over the wire for the jump tier and the first full-text query, and the wait for a first result on slow 4G. */
async function printCosts(driven: Browser): Promise<void> {
  const waits: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const context = await driven.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    // Slow 4G as Lighthouse simulates it: 1.6 Mbit/s, 150 ms for a round trip.
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 150,
      downloadThroughput: 200_000,
      uploadThroughput: 94_000,
    });
    const sizes = new Map<string, number>();
    const addresses = new Map<string, string>();
    session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
      sizes.set(addresses.get(requestId) ?? requestId, encodedDataLength),
    );
    await page.goto(`${origin}/topics/indexing/`, { waitUntil: 'networkidle' });
    sizes.clear();
    const started = performance.now();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('isolation level');
    await page.locator('ol[data-search-results] li').first().waitFor();
    waits.push(performance.now() - started);
    await page.locator('ol[data-search-results][data-search-state="done"]').waitFor({ state: 'attached' });
    if (run === 0) printBytes(sizes);
    await context.close();
  }
  console.log(
    `First result of the first search on slow 4G: ${Math.round(median(waits))} ms (median of ${waits.length})`,
  );
}

function printBytes(sizes: ReadonlyMap<string, number>): void {
  const sum = (isCounted: (address: string) => boolean) =>
    [...sizes].filter(([address]) => isCounted(address)).reduce((total, [, size]) => total + size, 0);
  const isFullText = (address: string) => address.includes('/pagefind/');
  console.log(
    `\nBytes over the wire: 0 before the search is opened, ${sum((address) => !isFullText(address))} for the jump tier, ${sum(isFullText)} more for the first full-text query`,
  );
}
