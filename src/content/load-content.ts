import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Loaded, loadCorpus } from './load.ts';
import { readFiles } from './read-files.ts';
import { lineColorNames } from './roadmap-colors.ts';

/** The farthest that a clock is ahead of Greenwich, in milliseconds: no author's today is a day to come. */
const aheadOfGreenwich = 14 * 3_600_000;

/** Reads content/ below the project's root. */
export function loadContent(root: string): Loaded {
  const today = new Date(Date.now() + aheadOfGreenwich).toISOString().slice(0, 10);
  const lineColors = lineColorNames(readFileSync(join(root, 'src/styles/tokens.css'), 'utf8'));
  return loadCorpus(readFiles(root, 'content'), { today, lineColors });
}
