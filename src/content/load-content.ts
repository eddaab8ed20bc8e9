import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './corpus.ts';
import { type Loaded, loadCorpus } from './load.ts';
import { readFiles } from './read-files.ts';

/** The most that a clock is ahead of UTC, in milliseconds: no author's today counts as the future. */
const aheadOfGreenwich = 14 * 3_600_000;

/** Reads content/ below the project's root. */
export function loadContent(root: string): Loaded {
  return loadCorpus(readFiles(root, 'content'), loadOptions(root));
}

/** What the check of content knows besides its files: the day, and the colors of lines, the names in `data-line`. */
export function loadOptions(root: string): Pick<Corpus, 'today' | 'lineColors'> {
  const today = new Date(Date.now() + aheadOfGreenwich).toISOString().slice(0, 10);
  const tokens = readFileSync(join(root, 'src/styles/tokens.css'), 'utf8');
  return { today, lineColors: [...tokens.matchAll(/\[data-line="([a-z]+)"\]/gu)].map(([, name = '']) => name) };
}
