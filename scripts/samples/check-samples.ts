/**
 * Runs every code sample of the content and compares what it prints with the page.
 * Usage: npm run check:samples [-- part-of-a-path …] [--only=js,sql] [--write]
 * With --write, the pages' output blocks are set to what the samples printed; read the difference afterwards.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseBody } from '#content/parse-body.ts';
import { type ContentFile, readFiles } from '#content/read-files.ts';
import { varies } from '#features/labs/samples/sample-words.ts';
import { checkPageSamples, type SampleResult } from './check-page.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, write: { type: 'boolean', default: false } },
});
const options = { cache: resolve('.cache/samples'), only: values.only?.split(',') };
const files = readFiles(process.cwd(), 'content').filter(
  ({ path }) => path.endsWith('.mdx') && (positionals.length === 0 || positionals.some((part) => path.includes(part))),
);

const results = new Map<string, SampleResult[]>();
const queue = files.values();
await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));

const failed = files.filter(({ path }) => errorsOf(path).length > 0);
if (values.write) for (const file of failed) writeOutputs(file);
else for (const file of failed) await runAlone(file);
report();

/** Takes pages from the queue until it is empty. */
async function work(): Promise<void> {
  for (const file of queue) results.set(file.path, await checkPageSamples(parseBody(file.text).samples, options));
}

/** Runs a failed page again with the machine to itself: a sample that measures time may have been disturbed. */
async function runAlone(file: ContentFile): Promise<void> {
  const again = await checkPageSamples(parseBody(file.text).samples, options);
  results.set(file.path, again);
  if (errorsOf(file.path).length === 0) console.log(`${file.path} passed only when it was run alone.`);
}

function errorsOf(path: string): SampleResult[] {
  return results.get(path)?.filter(({ outcome }) => outcome === 'failed') ?? [];
}

function writeOutputs({ path, text }: ContentFile): void {
  const printed = (results.get(path) ?? []).filter(({ sample, outcome }) => outcome !== 'not-run' && !varies(sample));
  writeFileSync(path, printed.reverse().reduce(replaceOutput, text));
  console.log(`${path} written`);
}

/** Sets the output block behind a sample. Called from the last sample to the first, so that line numbers hold. */
function replaceOutput(text: string, { sample, printed }: SampleResult): string {
  const lines = text.split('\n');
  const fence = /^`+/u.exec(lines[sample.line - 1] ?? '')?.[0] ?? '```';
  const end = lines.indexOf(fence, sample.line);
  const start = lines.findIndex((line, index) => index > end && line !== '');
  const opening = /^```output\b.*/u.exec(lines[start] ?? '')?.[0];
  const block = printed === '' ? [] : ['', opening ?? '```output', printed, '```'];
  const old = opening ? lines.indexOf('```', start) - end : 0;
  lines.splice(end + 1, old, ...block);
  return lines.join('\n');
}

function report(): void {
  for (const { path } of files) {
    for (const { sample, language, error } of errorsOf(path))
      console.error(`${path}:${sample.line}  ${language} sample ${error}\n`);
  }
  const all = [...results.values()].flat();
  for (const [language, list] of [...Map.groupBy(all, (result) => result.language)].toSorted()) {
    const count = (outcome: SampleResult['outcome']) => list.filter((result) => result.outcome === outcome).length;
    const notRun = count('not-run') > 0 ? `, ${count('not-run')} not run for lack of the toolchain or library` : '';
    console.log(`${language}: ${list.length - count('not-run')} run, ${count('passed')} passed${notRun}`);
  }
  if (all.length === 0) console.error('No sample was found.');
  process.exitCode = all.length === 0 || all.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}
