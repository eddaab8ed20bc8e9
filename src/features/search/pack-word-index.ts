import type { SearchDocument } from './document.ts';
import { isKindTerm, termsOfSearch } from './search-terms.ts';
import { measureTalk } from './talk-lifts.ts';
import { type TermCounts, tellingPairs } from './telling-pairs.ts';
import {
  type KnownSearch,
  type Search,
  type Steps,
  type TermEntry,
  type WordFile,
  wordFileCount,
  wordFileOf,
} from './word-index.ts';

/** Documents are counted as having a term once, twice, four times, or eight times and more. */
const mostCounts = 4;

/** Longer searches count by their words alone: hardly anybody types them again. */
const mostTerms = 3;

/** A term that only foreign searches have counts when so many have it: there is no end of others. */
const fewestForeign = 3;

/**
 * An index over what people type who need each page, in files so small that a query loads only those of its words.
 * @param foreign what people type that no page is about.
 */
export function packWordIndex(
  searches: readonly Search[],
  documents: readonly Pick<SearchDocument, 'address'>[],
  foreign: readonly string[] = [],
): readonly WordFile[] {
  const placeOf = new Map(documents.map(({ address }, at) => [address, at]));
  const gathered = gatherSearches(searches, placeOf);
  const counts = countTerms(gathered);
  const likely = gathered.filter(({ terms }) => terms.size <= mostTerms);
  const byRarest = Map.groupBy(likely, ({ terms }) => rarestOf(terms, counts));
  const pairs = tellingPairs(gathered, counts);
  const foreignCounts = countForeign(foreign);
  const foreignTerms = [...foreignCounts].flatMap(([term, count]) => (count < fewestForeign ? [] : [term]));
  const files = Array.from({ length: wordFileCount }, (): Record<string, TermEntry> => ({}));
  for (const term of [...new Set([...counts.keys(), ...foreignTerms])].toSorted()) {
    const places = counts.get(term) ?? new Map<number, number>();
    const known = (byRarest.get(term) ?? []).map(({ terms, places: numbers }) => {
      const others = [...terms].filter((other) => other !== term);
      return [others.join(' '), toSteps(numbers)] as const;
    });
    const foreignCount = foreignCounts.get(term);
    const entry = [
      groupByCount(places),
      Object.fromEntries(known),
      Object.fromEntries([...(pairs.get(term) ?? [])].map(([other, numbers]) => [other, toSteps(numbers)])),
      ...(foreignCount ? [Math.floor(Math.log2(foreignCount))] : []),
    ];
    Object.assign(files[wordFileOf(term)] ?? {}, { [term]: entry });
  }
  for (const [talk, lifts] of measureTalk(searches, placeOf))
    Object.assign(files[wordFileOf(talk)] ?? {}, {
      [talk]: [groupPlaces([...lifts.keys()], (place) => (lifts.get(place) ?? 0) - 1), {}, {}],
    });
  return files;
}

/** Searches with the same terms as one. */
function gatherSearches(searches: readonly Search[], placeOf: ReadonlyMap<string, number>): readonly KnownSearch[] {
  const gathered = new Map<string, Set<number>>();
  for (const { text, addresses } of searches) {
    const key = [...new Set(termsOfSearch(text))].toSorted().join(' ');
    const places = gathered.get(key) ?? new Set();
    for (const address of addresses) {
      const place = placeOf.get(address);
      if (place !== undefined) places.add(place);
    }
    if (places.size > 0) gathered.set(key, places);
  }
  return [...gathered].map(([key, places]) => ({
    terms: new Set(key.split(' ')),
    places: [...places].toSorted((a, b) => a - b),
  }));
}

/** For each term but those of kinds, how many searches for each document have it. */
function countTerms(searches: readonly KnownSearch[]): TermCounts {
  const counts = new Map<string, Map<number, number>>();
  for (const { terms, places } of searches)
    for (const term of terms) {
      if (isKindTerm(term)) continue;
      const found = counts.get(term) ?? new Map<number, number>();
      for (const place of places) found.set(place, (found.get(place) ?? 0) + 1);
      counts.set(term, found);
    }
  return counts;
}

/** How many foreign searches have each term. */
function countForeign(searches: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of searches.flatMap((search) => [...new Set(termsOfSearch(search))]))
    if (!isKindTerm(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** The term that the fewest documents are searched for by. */
function rarestOf(terms: ReadonlySet<string>, counts: TermCounts): string {
  const countOf = (term: string) => counts.get(term)?.size ?? Number.POSITIVE_INFINITY;
  return [...terms].reduce((rarest, term) => (countOf(term) < countOf(rarest) ? term : rarest));
}

function groupByCount(counts: ReadonlyMap<number, number>): readonly Steps[] {
  return groupPlaces([...counts.keys()], (place) =>
    Math.min(mostCounts - 1, Math.floor(Math.log2(counts.get(place) ?? 1))),
  );
}

/** Documents by the number of their group; those with one below 0 are left out. */
function groupPlaces(places: readonly number[], groupOf: (place: number) => number): readonly Steps[] {
  const groups = Map.groupBy(places, groupOf);
  return Array.from({ length: Math.max(-1, ...groups.keys()) + 1 }, (_, group) =>
    toSteps((groups.get(group) ?? []).toSorted((a, b) => a - b)),
  );
}

const toSteps = (places: readonly number[]): Steps => places.map((place, index) => place - (places[index - 1] ?? 0));
