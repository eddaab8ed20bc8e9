import { hashOf } from '#lib/hash.ts';

/** A step of a lift, in nats. */
export const liftStep = 0.5;

/** What people type who need some pages. */
export interface Search {
  readonly text: string;
  /** Of the pages, from the site's root. */
  readonly addresses: readonly string[];
}

/** Numbers of documents, each as the step from the one before it. */
export type Steps = readonly number[];

/**
 * What is known of a term: the documents that one search, two, four or eight and more have it for; the searches that it is
 * the rarest term of, by their other terms with blanks between them; the terms that tell more together with it than alone;
 * and the logarithm to base 2 of how many foreign searches have it.
 */
export type TermEntry = readonly [
  counts: readonly Steps[],
  searches: Readonly<Record<string, Steps>>,
  pairs: Readonly<Record<string, Steps>>,
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
  /** The documents that are searched for by two terms together, where that tells more than each alone. */
  readonly pairOf: (one: string, other: string) => readonly number[];
  /** The documents whose searches have a word of talk more often than others have it, each with how much more, in nats. */
  readonly liftsOf: (talk: string) => ReadonlyMap<number, number>;
  /** How many searches for subjects that the site does not have use a term: 0, 1, 2, 4 and so on. */
  readonly foreignCountOf: (term: string) => number;
}

/** So many that the files of a query's words weigh little beside the rest that a first search loads. */
export const wordFileCount = 1024;
/** The file that a term stands in. */
export function wordFileOf(term: string): number {
  return hashOf(term) % wordFileCount;
}

/** Looks terms up in the files that were loaded. */
export function lookUp(files: ReadonlyMap<number, WordFile>): Searches {
  const entryOf = (term: string): TermEntry => ownOf(files.get(wordFileOf(term)) ?? {}, term) ?? [[], {}, {}];
  return {
    countsOf: (term) =>
      new Map(entryOf(term)[0].flatMap((steps, group) => toPlaces(steps).map((place) => [place, 2 ** group] as const))),
    knownBy: (term) =>
      Object.entries(entryOf(term)[1]).map(([others, steps]) => ({
        terms: new Set([term, ...others.split(' ').filter(Boolean)]),
        places: toPlaces(steps),
      })),
    pairOf: (one, other) => toPlaces(ownOf(entryOf(one)[2], other) ?? ownOf(entryOf(other)[2], one) ?? []),
    liftsOf: (talk) =>
      new Map(
        entryOf(talk)[0].flatMap((steps, group) =>
          toPlaces(steps).map((place) => [place, (group + 1) * liftStep] as const),
        ),
      ),
    foreignCountOf: (term) => {
      const [, , , foreign] = entryOf(term);
      return foreign === undefined ? 0 : 2 ** foreign;
    },
  };
}

/** What a record has under a key of its own, as "constructor" is a word of searches too. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function toPlaces(steps: Steps): readonly number[] {
  let at = 0;
  return steps.map((step) => {
    at += step;
    return at;
  });
}
