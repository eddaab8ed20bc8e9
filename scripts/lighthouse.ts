/** Runs Lighthouse (mobile, median of three) on every kind of page of the built site. Usage: npm run lighthouse [-- part-of-a-kind …] */
import { execFile } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { everyKind } from '../tests/e2e/page-kinds.ts';
import { findBrowser } from './find-browser.ts';
import { serve } from './serve/server.ts';
import { median } from './site/weights.ts';

// Fetched when it is asked for: as a dependency it would be a seventh of everything that `npm ci` installs.
const lighthouse = 'lighthouse@13.5.0';
const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const timings = ['largest-contentful-paint', 'total-blocking-time', 'cumulative-layout-shift'];
const chromeFlags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu';
const flags = ['--output=json', '--quiet', `--only-categories=${categories.join(',')}`, chromeFlags];
/** Pages that stand in for others, which search engines are told to leave out. */
const standIns = ['missing page', 'page that is not in the copy'];
const wanted = process.argv.slice(2);
const kinds = everyKind.filter(
  ([kind]) => !standIns.includes(kind) && (wanted.length === 0 || wanted.some((part) => kind.includes(part))),
);

const server = await serve({ folder: resolve('dist'), base: '/', port: 0 });
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const { path, env } = await findBrowser();
console.log(
  `${'kind'.padEnd(30)}${['perf', 'a11y', 'best', 'seo', 'LCP ms', 'TBT ms', 'CLS'].map((name) => name.padStart(8)).join('')}`,
);
let isPerfect = true;
for (const [kind, address] of kinds) {
  const results: number[][] = [];
  for (let run = 0; run < runs; run += 1) results.push(await measure(new URL(address, origin).href));
  const cells = (results[0] ?? []).map((_, column) => median(results.map((row) => row[column] ?? 0)));
  isPerfect &&= cells.slice(0, categories.length).every((score) => score === 100);
  console.log(
    `${kind.padEnd(30)}${cells.map((cell) => (Number.isNaN(cell) ? '-' : String(cell)).padStart(8)).join('')}`,
  );
}
console.log(isPerfect ? 'All scores are 100.' : 'Some scores are below 100.');
server.close();
process.exitCode = isPerfect ? 0 : 1;

/** What is read of a report of Lighthouse. */
interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>;
}

/** The four scores, then the three timings, to four digits. */
async function measure(url: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('npx', ['--yes', lighthouse, url, ...flags], {
    env: { ...process.env, ...env, CHROME_PATH: path },
    maxBuffer: 1e8,
  });
  const report: Report = JSON.parse(stdout);
  const scores = categories.map((name) => Math.round((report.categories[name]?.score ?? 0) * 100));
  return [...scores, ...timings.map((name) => Number(report.audits[name]?.numericValue?.toPrecision(4)))];
}
