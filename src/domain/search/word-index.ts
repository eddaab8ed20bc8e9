import { hashOf } from '../hash.ts';
import type { SearchDocument } from './document.ts';
import { intentOf } from './intent.ts';
import type { Query } from './rewrite.ts';
import { stem } from './stem.ts';
import { contentWords } from './stop-words.ts';
import { longForm } from './synonyms.ts';
import { wordsOf } from './text.ts';

/** What people type who need some pages. */
export interface Search {
  readonly text: string;
  /** Of the pages, from the site's root. */
  readonly addresses: readonly string[];
}

/** Numbers of documents, each as the step from the one before it. */
type Steps = readonly number[];

/**
 * What is known of a term: the documents that one search, two, four or eight and more have it for,
 * and the searches that it is the rarest term of, their other terms with blanks between them.
 */
export type TermEntry = readonly [counts: readonly Steps[], searches: Readonly<Record<string, Steps>>];

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
}

/** With more files, their headers would weigh as much as what they bring. */
export const wordFileCount = 256;
/** Documents are counted as having a term once, twice, four times, or eight times and more. */
const mostCounts = 4;

/** Longer searches count by their words alone: hardly anybody types them again. */
const mostTerms = 5;

/** The file that a term stands in. */
export function wordFileOf(term: string): number {
  return hashOf(term) % wordFileCount;
}

/** An index over what people type who need each page, in files so small that a query loads only those of its words. */
export function packWordIndex(
  searches: readonly Search[],
  documents: readonly Pick<SearchDocument, 'address'>[],
): readonly WordFile[] {
  const placeOf = new Map(documents.map(({ address }, at) => [address, at]));
  const gathered = gatherSearches(searches, placeOf);
  const counts = countTerms(gathered);
  const likely = gathered.filter(({ terms }) => terms.size <= mostTerms);
  const byRarest = Map.groupBy(likely, ({ terms }) => rarestOf(terms, counts));
  const files = Array.from({ length: wordFileCount }, (): Record<string, TermEntry> => ({}));
  for (const [term, places] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const known = (byRarest.get(term) ?? []).map(({ terms, places: numbers }) => {
      const others = [...terms].filter((other) => other !== term);
      return [others.join(' '), toSteps(numbers)] as const;
    });
    Object.assign(files[wordFileOf(term)] ?? {}, { [term]: [groupByCount(places), Object.fromEntries(known)] });
  }
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

/** The term that the fewest documents are searched for by. */
function rarestOf(terms: ReadonlySet<string>, counts: ReadonlyMap<string, ReadonlyMap<number, number>>): string {
  const countOf = (term: string) => counts.get(term)?.size ?? Number.POSITIVE_INFINITY;
  return [...terms].reduce((rarest, term) => (countOf(term) < countOf(rarest) ? term : rarest));
}

function groupByCount(counts: ReadonlyMap<number, number>): readonly Steps[] {
  const groupOf = (count: number) => Math.min(mostCounts - 1, Math.floor(Math.log2(count)));
  const groups = Map.groupBy(counts.keys(), (place) => groupOf(counts.get(place) ?? 1));
  return Array.from({ length: Math.max(...groups.keys()) + 1 }, (_, group) =>
    toSteps((groups.get(group) ?? []).toSorted((a, b) => a - b)),
  );
}

/** The terms of a search: those of its words, and of the kinds of pages that it asks for. */
export function termsOfSearch(search: string): readonly string[] {
  return [...contentWords(wordsOf(search)).map(termOf), ...kindTermsOf(search)];
}

/** The term that searches know a word by. */
export function termOf(word: string): string {
  return stem(longForm(word));
}

/** A term for each kind of page that a text asks for, as "java interview" asks for questions. No word is one. */
export function kindTermsOf(text: string): readonly string[] {
  return [...intentOf(text).keys()].map((kind) => `?${kind.toLowerCase()}`);
}

const isKindTerm = (term: string) => term.startsWith('?');

/** The terms of a query that the word index may know: of the words as they were typed, and as they were corrected. */
export function wordTermsOf({ slots }: Pick<Query, 'slots'>): readonly string[] {
  const words = slots.flatMap(({ typed, same }) => [...wordsOf(typed), ...same.flat()]);
  return [...new Set(words.map(termOf))];
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
