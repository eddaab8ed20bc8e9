/**
 * Runs every code sample of the content and compares what it prints with the page.
 * Usage: npm run check:samples [-- part-of-a-path …] [--only=js,sql] [--write]
 * With --write, the pages' output blocks are set to what the samples printed; read the difference afterwards.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Sample } from '#domain/corpus.ts';
import { parseBody } from '#corpus/parse-body.ts';
import { type ContentFile, readFiles } from '#corpus/read-files.ts';
import { hasToolchain, languageName, type Run, runProgram } from '#samples/runners.ts';
import { openSqlSession, type SqlSession } from '#samples/sql.ts';

const secondsPerSample = 30;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const only = values.only?.split(',');
const cache = join(process.cwd(), '.cache/samples');
mkdirSync(cache, { recursive: true });

const tally = new Map<string, { run: number; passed: number; notRun: number }>();
const faults: string[] = [];

for (const file of readFiles(process.cwd(), 'content')) {
  if (!file.path.endsWith('.mdx')) continue;
  if (positionals.length > 0 && !positionals.some((part) => file.path.includes(part))) continue;
  await checkPage(file, parseBody(file.text).samples);
}
for (const fault of faults) console.error(fault);
for (const [name, { run, passed, notRun }] of [...tally].sort()) {
  console.log(`${name}: ${run} run, ${passed} passed${notRun > 0 ? `, ${notRun} not run for lack of its toolchain` : ''}`);
}
if (tally.size === 0) console.error('No sample was found.');
process.exitCode = faults.length > 0 || tally.size === 0 ? 1 : 0;

/** Samples of a page share a folder and a database, and run in order. */
async function checkPage({ path, text }: ContentFile, samples: readonly Sample[]): Promise<void> {
  const folder = mkdtempSync(join(cache, 'page-'));
  const printed: { sample: Sample; output: string }[] = [];
  let session: SqlSession | undefined;
  for (const sample of samples) {
    const words = sample.meta.split(/\s+/u);
    const saveAs = /\bfile=["']?([\w.-]+)/u.exec(sample.meta)?.[1];
    if (saveAs) writeFileSync(join(folder, saveAs), `${sample.code}\n`);
    const name = languageName(sample.language);
    if (!name || words.includes('fragment') || words.includes('setup')) continue;
    if (only && !only.includes(sample.language)) continue;
    const count = tally.get(name) ?? { run: 0, passed: 0, notRun: 0 };
    tally.set(name, count);
    if (!hasToolchain(sample.language)) {
      count.notRun += 1;
      continue;
    }
    if (sample.language === 'sql') session ??= await openSqlSession();
    const run =
      sample.language === 'sql' && session
        ? await session.run(sample.code)
        : await runProgram(sample.language, { code: sample.code, folder, seconds: secondsPerSample });
    count.run += 1;
    if (values.write && run.ok && !words.includes('varies')) printed.push({ sample, output: tidy(run.output) });
    const fault = compare(run, { expected: sample.output, varies: words.includes('varies') });
    if (fault) faults.push(`${path}:${sample.line}  ${name} sample ${fault}\n`);
    else count.passed += 1;
  }
  await session?.close();
  if (values.write) writeFileSync(path, printed.reverse().reduce(replaceOutput, text));
  rmSync(folder, { recursive: true, force: true });
}

function compare(run: Run, { expected, varies }: { expected: string | undefined; varies: boolean }): string | undefined {
  const got = tidy(run.output);
  if (!run.ok && expected === undefined) return `failed and printed:\n${got}`;
  if (varies) return run.ok ? undefined : `failed and printed:\n${got}`;
  if (expected === undefined) return got === '' ? undefined : `printed this, and the page has no output block:\n${got}`;
  return got === tidy(expected) ? undefined : `printed this instead of what the page says:\n${got}`;
}

/** Sets the output block behind a sample. Called from the last sample to the first, so that line numbers hold. */
function replaceOutput(text: string, { sample, output }: { sample: Sample; output: string }): string {
  const lines = text.split('\n');
  const fence = /^`+/u.exec(lines[sample.line - 1] ?? '')?.[0] ?? '```';
  const end = lines.indexOf(fence, sample.line);
  const block = output === '' ? [] : ['', '```output', output, '```'];
  const start = lines.findIndex((line, index) => index > end && line !== '');
  const old = lines[start] === '```output' ? lines.indexOf('```', start) - end : 0;
  lines.splice(end + 1, old, ...block);
  return lines.join('\n');
}

/** Without blanks at line ends and without empty lines around. */
function tidy(output: string): string {
  return output
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/gu, '');
}
