/**
 * Runs every sample that has a Run button with the engines of the page, and compares what it prints with the page.
 * Usage: npm run check:page-runs [-- part-of-a-path …] [--why]
 * With --why, also lists the samples in JavaScript, SQL and Python that do not run, with the reason.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Sample } from '#content/corpus.ts';
import { parseBody } from '#content/parse-body.ts';
import { readFiles } from '#content/read-files.ts';
import { startNodeWorker } from '#features/labs/content/node-worker.ts';
import { EngineHost } from '#features/labs/runner/host.ts';
import { jobOfSample } from '#features/labs/samples/job.ts';
import { verdictsOf } from '#features/labs/samples/runnable.ts';
import { printsAsShown, tidy } from '#features/labs/samples/sample-words.ts';

/** What became of one sample in the engine of the page. */
interface SampleReport {
  readonly sample: Sample;
  readonly outcome: 'same' | 'different' | 'does-not-run';
  /** Why it does not run, or what it printed instead. */
  readonly text: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { why: { type: 'boolean', default: false } },
});
const files = readFiles(process.cwd(), 'content').filter(
  ({ path }) =>
    /^content\/(?:topics|questions)\/.*\.mdx$/u.test(path) &&
    (positionals.length === 0 || positionals.some((part) => path.includes(part))),
);
const reports = new Map<string, readonly SampleReport[]>();
const queue = files.values();
await Promise.all(Array.from({ length: availableParallelism() }, work));

const all = files.flatMap(({ path }) => (reports.get(path) ?? []).map((report) => ({ path, ...report })));
for (const { path, sample, outcome, text } of all) {
  if (outcome === 'different')
    console.error(
      `${path}:${sample.line}  printed this in the page's engine instead of what the page says:\n${text}\n`,
    );
  if (outcome === 'does-not-run' && values.why) console.log(`${path}:${sample.line}  ${text}`);
}
for (const [language, list] of Map.groupBy(all, ({ sample }) => sample.language)) {
  const count = (outcome: SampleReport['outcome']) => list.filter((report) => report.outcome === outcome).length;
  console.log(
    `${language}: ${count('same') + count('different')} run in the page, ${count('different')} of them print something else; ${count('does-not-run')} do not run`,
  );
}
const different = all.filter(({ outcome }) => outcome === 'different');
if (different.length > 0)
  console.error('Correct the page, or put `no-run` behind the fence of a sample that is too slow for the page.');
process.exitCode = different.length > 0 || all.length === 0 ? 1 : 0;

/** Takes pages from the queue until it is empty. */
async function work(): Promise<void> {
  const host = new EngineHost(startNodeWorker);
  for (const file of queue) reports.set(file.path, await reportSamples(parseBody(file.text).samples, host));
  host.close();
}

/** Runs the samples of one page as a reader would, and compares what they print with the page. */
async function reportSamples(samples: readonly Sample[], host: EngineHost): Promise<SampleReport[]> {
  const listed = samples.filter(({ language }) => language !== 'mermaid');
  const done: SampleReport[] = [];
  for (const verdict of verdictsOf(samples)) {
    const { sample } = verdict;
    if ('reason' in verdict) done.push({ sample, outcome: 'does-not-run', text: verdict.reason });
    else {
      let printed = '';
      const job = jobOfSample(verdict.runs, (at) => listed[at]?.code ?? '');
      const result = await host.run(job, {
        onOutput: (text) => {
          printed += text;
        },
      });
      const isSame =
        result.ending === 'finished' && printsAsShown(sample, { printed, next: listed[verdict.runs.at + 1] });
      const text =
        result.ending === 'finished' ? (result.error?.message ?? tidy(printed)) : `It ended by ${result.ending}.`;
      done.push({ sample, outcome: isSame ? 'same' : 'different', text });
    }
  }
  return done;
}
