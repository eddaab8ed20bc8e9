/**
 * Asks the built site's search every graded query in a real browser, beside Pagefind alone and MiniSearch alone on the
 * same queries, and prints how often each is right, what the search loads, how long its first answer takes, and how it grows.
 * Usage: npm run bench:search [-- --half=tuning|held] [--kind=typo] [--misses] [--alone] [--queries=FILE]
 *        npm run bench:search -- --pool=FILE [--queries=FILE] writes what the engines find for judges (tests/search/README.md), and no figures
 */

import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type TitleFile, unpackDocuments } from '#features/search/document.ts';
import { findBrowser } from '../find-browser.ts';
import { serve } from '../serve/server.ts';
import { median } from '../site/weights.ts';
import { measureFirstSearch, type SearchCosts } from './search-costs.ts';
import { askMiniSearch, askPagefind, askWayline, type Found } from './search-engines.ts';
import { measureGrowth } from './search-growth.ts';
import { poolQueries } from './search-pool.ts';
import { type GradedQuery, hasAnswer, rankOf, readGradedQueries, scoreSearch } from './search-scores.ts';

const { values } = parseArgs({
  options: {
    half: { type: 'string' },
    kind: { type: 'string' },
    misses: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    pool: { type: 'string' },
    queries: { type: 'string', default: 'tests/search/graded.tsv' },
  },
});
const folder = resolve('dist');
const titleFile = join(folder, 'search/titles.json');
const all = readGradedQueries(readFileSync(values.queries, 'utf8'));
const queries = all.filter(
  (query) => (!values.half || query.half === values.half) && (!values.kind || query.kind === values.kind),
);
const texts = queries.map(({ query }) => query);

const server = await serve({ folder, base: '/', port: 0 });
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const { path, env } = await findBrowser();
const browser = await chromium.launch({
  executablePath: path,
  env: { ...process.env, ...env },
  args: ['--no-sandbox'],
});

if (values.pool) writePool(values.pool, [await ofWayline(), await ofPagefind(), ofMiniSearch()]);
else await printFigures();
await browser.close();
server.close();
if (!values.pool) await printGrowth();

function ofWayline(): Promise<Found> {
  return onSearchPage(browser, (page) => askWayline(page, texts));
}

function ofPagefind(): Promise<Found> {
  return onSearchPage(browser, (page) => askPagefind(page, texts));
}

function ofMiniSearch(): Found {
  return askMiniSearch(titleFile, texts);
}

function readDocuments(): ReturnType<typeof unpackDocuments> {
  return unpackDocuments((JSON.parse(readFileSync(titleFile, 'utf8')) as TitleFile).fields);
}

function writePool(file: string, engines: readonly Found[]): void {
  const pooled = poolQueries(queries, engines, readDocuments());
  writeFileSync(file, `${JSON.stringify(pooled, null, 1)}\n`);
  const pairs = pooled.reduce((sum, { candidates }) => sum + candidates.length, 0);
  console.log(`${pooled.length} queries with ${pairs} pages to judge: ${file}`);
}

async function printFigures(): Promise<void> {
  const wayline = await ofWayline();
  printScores('Wayline', wayline);
  if (!values.alone) {
    printScores('Pagefind alone', await ofPagefind());
    printScores('MiniSearch alone', ofMiniSearch());
  }
  if (values.misses) printMisses(wayline);
  printLost();
  await printCosts(browser);
}

async function onSearchPage(driven: Browser, run: (page: Page) => Promise<Found>): Promise<Found> {
  const page = await driven.newPage();
  await page.goto(`${origin}/search/`);
  const found = await run(page);
  await page.close();
  return found;
}

function printScores(name: string, found: Found): void {
  const halves = (['tuning', 'held'] as const).filter((half) => queries.some((query) => query.half === half));
  console.log(`\n${name}`);
  console.log(
    `${'kind'.padEnd(24)}${['queries', 'MRR', 'first', 'in five', 'useful', 'nothing'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const half of halves) {
    for (const kind of new Set(queries.map((query) => query.kind)))
      printRow(`${half}: ${kind}`, found, (query) => query.half === half && query.kind === kind);
    printRow(`${half}: all`, found, (query) => query.half === half);
  }
}

function printRow(label: string, found: Found, isCounted: (query: GradedQuery) => boolean): void {
  const at = queries.flatMap((query, index) => (isCounted(query) ? [index] : []));
  if (at.length === 0) return;
  const scores = scoreSearch(
    at.map((index) => queries[index] as GradedQuery),
    at.map((index) => found[index] ?? []),
  );
  const shares = [scores.first, scores.firstFive, scores.firstUseful, scores.nothing].map(
    (share) => `${(share * 100).toFixed(1)} %`,
  );
  const cells = [String(scores.count), scores.reciprocalRank.toFixed(3), ...shares];
  console.log(`${label.padEnd(24)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}

/** Queries of the tuning half whose first result is wrong. Those of the held half are never shown. */
function printMisses(found: Found): void {
  for (const [index, query] of queries.entries()) {
    const results = found[index] ?? [];
    if (query.half === 'held' || rankOf(query, results) === 1) continue;
    console.log(
      `${query.kind}: "${query.query}" wants ${query.right.join(' or ') || 'nothing'}, got ${results.slice(0, 4).join(' ') || 'nothing'}`,
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
  const documents = readDocuments().length;
  const perDocuments = Math.round((titleBytes / documents) * 500);
  console.log(
    `Bytes over the wire: 0 before the search is opened, ${titleBytes} for the title index of ${documents} documents (${perDocuments} per 500), ${middle('fullTextBytes')} more for the first full-text query`,
  );
  console.log(
    `First result of the first search on slow 4G: ${middle('milliseconds')} ms (medians of ${runs.length} queries)`,
  );
}

async function printGrowth(): Promise<void> {
  for (const count of [500, 1000, 4000]) {
    const { bytesPerDocument, shardBytesPerDocument, buildMilliseconds, queryMilliseconds } =
      await measureGrowth(count);
    console.log(
      `${count} generated documents: ${bytesPerDocument.toFixed(1)} bytes each in the title index and ${shardBytesPerDocument.toFixed(1)} in the index shards, title index built in ${Math.round(buildMilliseconds)} ms, ${queryMilliseconds.toFixed(1)} ms a query`,
    );
  }
}
