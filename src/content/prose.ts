import { oncePer } from '#lib/once-per.ts';
import type { Body } from './corpus.ts';

/** How many words of prose a reader of technical text takes in a minute. */
const wordsPerMinute = 200;

/** Minutes to read a page once, code included: prose at a steady pace, and two seconds for each line of code. */
export function readingMinutes(body: Body): number {
  const lines = body.samples.reduce((sum, { code }) => sum + code.split('\n').length, 0);
  return Math.max(1, Math.round(countWords(body) / wordsPerMinute + lines / 30));
}

/** Words of a page's prose: without code, headings and components. */
export const countWords = oncePer(({ passages }: Body): number =>
  passages
    .filter(({ isInComponent }) => !isInComponent)
    .reduce((sum, { text }) => sum + text.split(/\s+/u).filter(Boolean).length, 0),
);
