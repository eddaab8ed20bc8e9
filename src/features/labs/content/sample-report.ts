import type { Sample } from '#content/corpus.ts';
import type { EngineHost } from '../runner/host.ts';
import { jobOfSample } from '../samples/job.ts';
import { verdictsOf } from '../samples/runnable.ts';
import { varies } from '../samples/sample-words.ts';

/** What became of one sample in the engine of the page. */
export interface SampleReport {
  readonly sample: Sample;
  readonly outcome: 'same' | 'different' | 'does-not-run';
  /** Why it does not run, or what it printed instead. */
  readonly text: string;
}

/** Runs the samples of one page as a reader would, and compares what they print with the page. */
export async function reportSamples(samples: readonly Sample[], host: EngineHost): Promise<SampleReport[]> {
  const listed = samples.filter(({ language }) => language !== 'mermaid');
  const reports: SampleReport[] = [];
  for (const verdict of verdictsOf(samples)) {
    const { sample } = verdict;
    if ('reason' in verdict) reports.push({ sample, outcome: 'does-not-run', text: verdict.reason });
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
      reports.push({ sample, outcome: isSame ? 'same' : 'different', text });
    }
  }
  return reports;
}

/**
 * Whether a sample printed what its page shows; `varies` behind the fence says that it need not.
 * @param next the sample below it: a file of an example project has its output there, below the command that runs it.
 */
export function printsAsShown(
  sample: Sample,
  { printed, next }: { printed: string; next: Sample | undefined },
): boolean {
  const isQuoted = /\bfrom=\S+/u.test(sample.meta) && sample.output === undefined;
  const shown = isQuoted && next?.language === 'sh' ? next.output : sample.output;
  return varies(sample) || tidy(printed) === tidy(shown ?? '');
}

/** Without blanks at line ends and without empty lines around. */
const tidy = (output: string) => output.replaceAll(/[ \t]+$/gmu, '').replace(/^\n+|\n+$/gu, '');
