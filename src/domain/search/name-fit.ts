import type { SearchDocument } from './document.ts';
import { stem } from './stem.ts';
import { contentWords } from './stop-words.ts';
import { namesOf, wordsOf } from './text.ts';

/** The terms of each name of a document: its title, its aliases and the questions that it answers. */
export type NameTerms = readonly ReadonlySet<string>[];

/** The terms of a document's names, without the words of a question. */
export function nameTerms({ title, aliases, asks }: SearchDocument): NameTerms {
  return [title, ...aliases, ...asks].map((name) => {
    const content = new Set(contentWords(wordsOf(name)));
    const words = namesOf(name).filter((word) => content.has(word) || !wordsOf(name).includes(word));
    return new Set(words.map(stem));
  });
}

/** How much the words of a name that nobody asked for count against it. */
const restWeight = 0.6;

/**
 * How much of a query and of one name are the same, by information: 1 when they say the same, 0 when nothing is shared.
 * @param wanted for each slot of the query the terms that it may be found by, and its information.
 */
export function nameFit(
  names: NameTerms,
  wanted: readonly { readonly terms: ReadonlySet<string>; readonly information: number }[],
  informationOf: (term: string) => number,
): number {
  const total = wanted.reduce((sum, { information }) => sum + information, 0);
  if (total === 0) return 0;
  return Math.max(
    0,
    ...names.map((name) => {
      let shared = 0;
      const met = new Set<string>();
      for (const { terms, information } of wanted) {
        const hits = [...name].filter((term) => terms.has(term));
        if (hits.length === 0) continue;
        shared += information;
        for (const hit of hits) met.add(hit);
      }
      if (shared === 0) return 0;
      const rest = [...name].filter((term) => !met.has(term)).reduce((sum, term) => sum + informationOf(term), 0);
      return shared / (total + restWeight * rest);
    }),
  );
}
