import { checkRules } from './lint/index.ts';
import type { Loaded } from './load.ts';
import { loadContent } from './load-content.ts';

/** Reads content/ below the project's root and finds every issue in it. */
export function checkContent(root: string): Loaded {
  const { corpus, issues } = loadContent(root);
  return { corpus, issues: [...issues, ...checkRules(corpus)] };
}
