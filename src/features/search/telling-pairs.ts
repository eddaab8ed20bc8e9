import { isKindTerm } from './search-terms.ts';
import { sum } from './sum.ts';
import { tells } from './tells.ts';
import type { KnownSearch } from './word-index.ts';

/** For each term, how many searches for each document have it. */
export type TermCounts = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** In longer searches, which are told like stories, two words meet by accident. */
const mostTerms = 8;
/** Two terms tell together of a document that their counts do not put among so many first ones. */
const mostExpected = 3;

/**
 * The pairs of terms whose searches are for documents that neither term tells, by the rarer term and then by the other, as
 * "event" and "loop" are not about events: the numbers of the documents, in order.
 */
export function tellingPairs(
  searches: readonly KnownSearch[],
  counts: TermCounts,
): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, Map<string, Set<number>>>();
  for (const { terms, places } of searches) {
    const words = [...terms].filter((term) => !isKindTerm(term)).toSorted();
    if (words.length > mostTerms) continue;
    for (const [at, one] of words.entries())
      for (const other of words.slice(at + 1)) {
        const [rarer, rest] = sizeOf(one, counts) <= sizeOf(other, counts) ? [one, other] : [other, one];
        const pairs = found.get(rarer) ?? new Map<string, Set<number>>();
        pairs.set(rest, (pairs.get(rest) ?? new Set()).union(new Set(places)));
        found.set(rarer, pairs);
      }
  }
  return new Map(
    [...found].map(([term, pairs]) => {
      const telling = [...pairs].filter(([other, places]) => !isExpected(places, [term, other], counts));
      return [term, new Map(telling.map(([other, places]) => [other, [...places].toSorted((a, b) => a - b)]))];
    }),
  );
}

const sizeOf = (term: string, counts: TermCounts) => counts.get(term)?.size ?? 0;

/** Whether all documents are among the first by the terms, each for itself. */
function isExpected(places: ReadonlySet<number>, terms: readonly string[], counts: TermCounts): boolean {
  const told = new Map<number, number>();
  for (const term of terms) {
    const of = counts.get(term) ?? new Map<number, number>();
    const all = sum(of.values());
    for (const [place, count] of of) told.set(place, (told.get(place) ?? 0) + tells(count / all));
  }
  const first = [...told].toSorted(([, a], [, b]) => b - a).slice(0, mostExpected);
  return places.isSubsetOf(new Set(first.map(([place]) => place)));
}
