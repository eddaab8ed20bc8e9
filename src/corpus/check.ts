import type { Corpus } from '#domain/corpus.ts';
import type { Issue } from '#domain/issue.ts';
import { checkRules } from '#domain/rules/index.ts';
import { loadContent } from './load-content.ts';

/** Reads content/ below the project's root and finds every issue in it. */
export function checkContent(root: string): { readonly corpus: Corpus; readonly issues: readonly Issue[] } {
  const { corpus, issues } = loadContent(root);
  return { corpus, issues: [...issues, ...checkRules(corpus)] };
}
