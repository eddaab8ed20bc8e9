/**
 * Prints what the site weighs and what a build costs, in one run. Usage: npm run bench [-- --sizes=1000,4000]
 * Bytes are checked against the budgets by the build itself; times are only printed, as they depend on the machine.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadOptions } from '#content/load.ts';
import { readBuiltSite } from '../site/built-site.ts';
import { budget, median, type PageWeight, weighPages } from '../site/weights.ts';
import { writeGeneratedContent } from './generated-content.ts';

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1000,4000' } } });
const sizes = values.sizes.split(',').map(Number);

const real = await measureBuild(process.cwd());
const site = readBuiltSite(resolve('dist'), '/');
printWeights(await weighPages(site));
console.log(
  `\nReal content: ${site.pages.length} pages in ${real.seconds.toFixed(1)} s, peak ${real.peakMegabytes} MB`,
);

const runs: { size: number; build: Awaited<ReturnType<typeof measureBuild>> }[] = [];
for (const size of sizes) {
  const build = await measureBuild(prepare(size));
  runs.push({ size, build });
  const perThousand = (build.seconds / size) * 1000;
  console.log(
    `Generated: ${size} topics in ${build.seconds.toFixed(1)} s (${perThousand.toFixed(1)} s per 1,000), peak ${build.peakMegabytes} MB`,
  );
}
const [first, last] = [runs.at(0), runs.at(-1)];
if (first && last && last.size > first.size) {
  const exponent = Math.log(last.build.seconds / first.build.seconds) / Math.log(last.size / first.size);
  console.log(`Growth exponent from ${first.size} to ${last.size} topics: ${exponent.toFixed(2)}`);
}

/** A project beside this one: the same code, generated topics in place of the real ones. */
function prepare(size: number): string {
  const folder = resolve(`.cache/bench/${size}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/content`, { recursive: true });
  for (const name of ['src', 'public', 'astro.config.mjs', 'tsconfig.json', 'package.json'])
    cpSync(name, `${folder}/${name}`, { recursive: true });
  symlinkSync(resolve('node_modules'), `${folder}/node_modules`);
  cpSync('tests/content/fixtures/base/content', `${folder}/content`, { recursive: true });
  const colors = loadOptions(process.cwd()).lineColors.toReversed();
  writeGeneratedContent(`${folder}/content`, { count: size, colors });
  return folder;
}

function printWeights(weights: readonly PageWeight[]): void {
  const kinds = [...Map.groupBy(weights, ({ kind }) => kind)].toSorted(([a], [b]) => a.localeCompare(b));
  console.log(
    'First view by kind, bytes after brotli (budgets: HTML %d median, lists %d at most; CSS %d; JS %d; font %d; %d requests)',
    budget.htmlMedian,
    budget.listHtml,
    budget.css,
    budget.js,
    budget.font,
    budget.requests,
  );
  console.log(
    `${'kind'.padEnd(18)}${['pages', 'HTML', 'most', 'CSS', 'JS', 'font', 'requests'].map((name) => name.padStart(9)).join('')}`,
  );
  for (const [kind, list] of kinds) {
    const maxima = (['html', 'css', 'js', 'font', 'requests'] as const).map((key) =>
      Math.max(...list.map((weight) => weight[key])),
    );
    const cells = [list.length, median(list.map(({ html }) => html)), ...maxima];
    console.log(`${kind.padEnd(18)}${cells.map((cell) => String(cell).padStart(9)).join('')}`);
  }
}

/**
 * Runs a build in a folder and measures it. Memory is 0 where the system does not tell it.
 * @throws with the build's output when it fails.
 */
async function measureBuild(folder: string) {
  const started = performance.now();
  // With as much memory as `npm run build` gives it.
  const build = ['--max-semi-space-size=64', resolve('node_modules/astro/bin/astro.mjs'), 'build'];
  const child = spawn(process.execPath, build, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let peak = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4000);
    });
  }
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, 100);
  const [status] = await once(child, 'close');
  clearInterval(timer);
  if (status !== 0) throw new Error(`The build in ${folder} failed:\n${output}`);
  return { seconds: (performance.now() - started) / 1000, peakMegabytes: Math.round(peak) };
}

/** The most memory that a process has held, in megabytes; 0 when /proc does not know it. */
function peakOf(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
