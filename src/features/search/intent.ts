import { foldText } from '#lib/text/text.ts';
import type { SearchKind } from './document.ts';

/** Words that say what kind of page is wanted, with how much more such pages count. */
const signs: readonly (readonly [RegExp, Readonly<Partial<Record<SearchKind, number>>>])[] = [
  [
    /\b(?:vs|versus|compared?|comparison|differences?|better than)\b|^\S+(?: \S+)? or \S+(?: \S+)?$/u,
    { Comparison: 2, Question: 1.1, Topic: 1 },
  ],
  [/\binterview/u, { Question: 3, Page: 1.6 }],
  [/\b(?:tell me about|how would you)\b/u, { Question: 1.4 }],
  [/^(?:how (?:would|do) you )?(?:design|build)\b/u, { Question: 1.15, Project: 1.15 }],
  [/\b(?:projects?|exercises?)\b/u, { Project: 2.5 }],
  [/\bportfolio\b/u, { Page: 4, Project: 1.5 }],
  [/\bprepar.*\binterview/u, { Page: 8 }],
  [
    /\b(?:developers?|engineers?|programmers?|coders?|architects?|managers?|jobs?|roles?|hire[ds]?|career)\b/u,
    { Role: 1.65, Page: 1.3 },
  ],
  [/\b(?:salar(?:y|ies)|pays?|earns?|earning|income|wages?|compensation)\b/u, { Role: 1.65, Page: 8 }],
  [
    /\b(?:promot(?:ed|ion)|degrees?|bootcamps?|resumes?|cv|hired|books?|certificates?|certifications?|how (?:long|many (?:years|months)))\b/u,
    { Page: 4 },
  ],
  [/\b(?:path|learn|course|curriculum|from scratch|become)\b/u, { Roadmap: 1.25 }],
  [/\b(?:roadmap|learning path)\b/u, { Roadmap: 2 }],
];

/** How much more each kind of page counts for a query, by the words that say what is wanted. */
export function intentOf(text: string): ReadonlyMap<SearchKind, number> {
  const folded = foldText(text);
  const weights = new Map<SearchKind, number>();
  for (const [sign, kinds] of signs) {
    if (!sign.test(folded)) continue;
    for (const [kind, weight] of Object.entries(kinds) as [SearchKind, number][])
      weights.set(kind, Math.max(weights.get(kind) ?? 1, weight));
  }
  return weights;
}
