import type { Corpus } from '../corpus.ts';
import type { Issue } from '../issue.ts';
import { type Loaded, loadContent } from '../load.ts';
import { bodyRules } from './bodies.ts';
import { codeBlockRules } from './code-blocks.ts';
import { linkRules } from './links.ts';
import { nameRules } from './names.ts';
import { networkRules } from './network.ts';
import { relationRules } from './relations.ts';
import { roadmapStopRules } from './roadmap-stops.ts';
import { roadmapRules } from './roadmaps.ts';
import type { Rule } from './rule.ts';
import { searchRules } from './searches.ts';
import { sourceRules } from './sources.ts';
import { wordingRules } from './wording.ts';

/** All rules by code, those about relations (R) before those about bodies (B). */
export const rules: readonly Rule[] = [
  relationRules,
  nameRules,
  searchRules,
  linkRules,
  roadmapRules,
  roadmapStopRules,
  networkRules,
  sourceRules,
  bodyRules,
  wordingRules,
  codeBlockRules,
]
  .flat()
  .toSorted((a, b) => b.code.charAt(0).localeCompare(a.code.charAt(0)) || a.code.localeCompare(b.code));

/**
 * Every issue that any rule finds, in the order of the rules.
 * @param without codes of rules that are not asked.
 */
export function checkRules(corpus: Corpus, without: readonly string[] = []): readonly Issue[] {
  return rules
    .filter(({ code }) => !without.includes(code))
    .flatMap(({ code, check }) => check(corpus).map((found) => ({ code, ...found })));
}

/** Reads content/ below the project's root and finds every issue in it. */
export function checkContent(root: string): Loaded {
  const { corpus, issues } = loadContent(root);
  return { corpus, issues: [...issues, ...checkRules(corpus)] };
}
