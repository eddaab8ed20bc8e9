import type { Body } from './corpus.ts';

/** Words of a page's prose: without code, headings and components. */
export function countWords({ passages }: Body): number {
  return passages
    .filter(({ isInComponent }) => !isInComponent)
    .reduce((sum, { text }) => sum + text.split(/\s+/u).filter(Boolean).length, 0);
}
