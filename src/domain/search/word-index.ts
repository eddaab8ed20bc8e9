import { hashOf } from '../hash.ts';
import type { SearchDocument } from './document.ts';
import { isKindTerm, termsOfSearch } from './search-terms.ts';
import { liftStep, measureTalk } from './talk-lifts.ts';

/** What people type who need some pages. */
export interface Search {
  readonly text: string;
  /** Of the pages, from the site's root. */
  readonly addresses: readonly string[];
}

/** Numbers of documents, each as the step from the one before it. */
type Steps = readonly number[];

/**
 * What is known of a term: the documents that one search, two, four or eight and more have it for, the searches that it is
 * the rarest term of, their other terms with blanks between them, and the logarithm to base 2 of how many foreign ones have it.
 */
export type TermEntry = readonly [
  counts: readonly Steps[],
  searches: Readonly<Record<string, Steps>>,
  foreign?: number,
];

/** Terms with what is known of them. */
export type WordFile = Readonly<Record<string, TermEntry>>;

/** A search as the index has it. */
export interface KnownSearch {
  readonly terms: ReadonlySet<string>;
  /** Numbers of the documents. */
  readonly places: readonly number[];
}

/** What is known of searches. */
export interface Searches {
  /** The documents that are searched for by a term, each with how many searches have it: 1, 2, 4 or 8. */
  readonly countsOf: (term: string) => ReadonlyMap<number, number>;
  /** The searches that a term is the rarest of. */
  readonly knownBy: (term: string) => readonly KnownSearch[];
  /** The documents whose searches have a word of talk more often than others have it, each with how much more, in nats. */
  readonly liftsOf: (talk: string) => ReadonlyMap<number, number>;
  /** How many searches for subjects that the site does not have use a term: 0, 1, 2, 4 and so on. */
  readonly foreignCountOf: (term: string) => number;
}

/** So many that the files of a query's words weigh little beside the rest that a first search loads. */
export const wordFileCount = 512;
/** Documents are counted as having a term once, twice, four times, or eight times and more. */
const mostCounts = 4;

/** Longer searches count by their words alone: hardly anybody types them again. */
const mostTerms = 3;

/** A term that only foreign searches have counts when so many have it: there is no end of others. */
const fewestForeign = 3;

/** The file that a term stands in. */
export function wordFileOf(term: string): number {
  return hashOf(term) % wordFileCount;
}

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
      ...(foreignCount ? [Math.floor(Math.log2(foreignCount))] : []),
    ];
    Object.assign(files[wordFileOf(term)] ?? {}, { [term]: entry });
  }
  for (const [talk, lifts] of measureTalk(searches, placeOf))
    Object.assign(files[wordFileOf(talk)] ?? {}, {
      [talk]: [groupPlaces([...lifts.keys()], (place) => (lifts.get(place) ?? 0) - 1), {}],
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
function countTerms(searches: readonly KnownSearch[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
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
function rarestOf(terms: ReadonlySet<string>, counts: ReadonlyMap<string, ReadonlyMap<number, number>>): string {
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

/** Looks terms up in the files that were loaded. */
export function lookUp(files: ReadonlyMap<number, WordFile>): Searches {
  const entryOf = (term: string): TermEntry => {
    const file = files.get(wordFileOf(term)) ?? {};
    return (Object.hasOwn(file, term) ? file[term] : undefined) ?? [[], {}];
  };
  return {
    countsOf: (term) =>
      new Map(entryOf(term)[0].flatMap((steps, group) => toPlaces(steps).map((place) => [place, 2 ** group] as const))),
    knownBy: (term) =>
      Object.entries(entryOf(term)[1]).map(([others, steps]) => ({
        terms: new Set([term, ...others.split(' ').filter(Boolean)]),
        places: toPlaces(steps),
      })),
    liftsOf: (talk) =>
      new Map(
        entryOf(talk)[0].flatMap((steps, group) =>
          toPlaces(steps).map((place) => [place, (group + 1) * liftStep] as const),
        ),
      ),
    foreignCountOf: (term) => {
      const [, , foreign] = entryOf(term);
      return foreign === undefined ? 0 : 2 ** foreign;
    },
  };
}

function toPlaces(steps: Steps): readonly number[] {
  let at = 0;
  return steps.map((step) => {
    at += step;
    return at;
  });
}

const toSteps = (places: readonly number[]): Steps => places.map((place, index) => place - (places[index - 1] ?? 0));
