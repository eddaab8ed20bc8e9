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
