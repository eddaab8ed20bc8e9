import type { Corpus } from './corpus.ts';
import type { Issue } from './issue.ts';
import { checkRules } from './lint/index.ts';
import { loadContent } from './load-content.ts';

/** Reads content/ below the project's root and finds every issue in it. */
export function checkContent(root: string): { readonly corpus: Corpus; readonly issues: readonly Issue[] } {
  const { corpus, issues } = loadContent(root);
  return { corpus, issues: [...issues, ...checkRules(corpus)] };
}
