import type { Sample } from '#content/corpus.ts';

const says = ({ meta }: Sample, ...words: readonly string[]) => meta.split(/\s+/u).some((word) => words.includes(word));

/** Whether the words behind its fence say that a sample is there to be read, and runs nowhere. */
export const isOnlyShown = (sample: Sample) => says(sample, 'fragment', 'setup');

/** Whether a sample is not to run in the page. */
export const isNoRun = (sample: Sample) => says(sample, 'no-run');

/** Whether what a sample prints differs from run to run. */
export const varies = (sample: Sample) => says(sample, 'varies');

/** The file that samples below it find it as: `file=log.mjs`. */
export const savedAs = ({ meta }: Sample) => /\bfile=["']?([\w.-]+)/u.exec(meta)?.[1];

/** What a sample asks for beyond its language: `needs=django` or `needs=1.22,gin`. */
export const needsOf = ({ meta }: Sample) => /\bneeds=([\w./,-]+)/u.exec(meta)?.[1]?.split(',') ?? [];

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
export const tidy = (output: string) => output.replaceAll(/[ \t]+$/gmu, '').replace(/^\n+|\n+$/gu, '');
