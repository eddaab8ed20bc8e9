/** A query with the pages that answer it, as tests/search/judged.json holds it. */
export interface JudgedQuery {
  readonly query: string;
  readonly class: QueryClass;
  /** Addresses that answer the query, from the site's root. Empty when the site has no answer and should say so. */
  readonly answers: readonly string[];
  /** `tuning` queries may be looked at while the search is changed, `held` ones only when it is measured. */
  readonly half: 'tuning' | 'held';
}

export const queryClasses = [
  'exact',
  'prefix',
  'question',
  'symbol',
  'synonym',
  'typo',
  'several',
  'interview',
  'role',
  'command',
  'out of scope',
] as const;

type QueryClass = (typeof queryClasses)[number];

/** How well a search engine did on some queries; shares from 0 to 1. */
export interface SearchScores {
  readonly count: number;
  /** Mean of 1 divided by the place of the first right answer; 0 where none is among the first ten. */
  readonly reciprocalRank: number;
  readonly first: number;
  readonly firstFive: number;
  /** Queries that have an answer, and for which nothing was found. */
  readonly nothing: number;
}

const looked = 10;

/** The place of the first right answer from 1, or 0. Out of scope, finding nothing is the right answer. */
export function placeOf({ answers }: Pick<JudgedQuery, 'answers'>, found: readonly string[]): number {
  if (answers.length === 0) return found.length === 0 ? 1 : 0;
  return found.slice(0, looked).findIndex((address) => answers.includes(address)) + 1;
}

/** Whether a query can be answered: one of its pages is on the site, or it asks for nothing. */
export function hasAnswer({ answers }: Pick<JudgedQuery, 'answers'>, isPage: (address: string) => boolean): boolean {
  return answers.length === 0 || answers.some(isPage);
}

/** Scores for queries and the addresses found for each, in the same order. */
export function scoreSearch(queries: readonly JudgedQuery[], found: readonly (readonly string[])[]): SearchScores {
  const places = queries.map((query, at) => placeOf(query, found[at] ?? []));
  const share = (isCounted: (place: number, at: number) => boolean) =>
    places.filter(isCounted).length / Math.max(1, places.length);
  return {
    count: queries.length,
    reciprocalRank: places.reduce((sum, place) => sum + (place === 0 ? 0 : 1 / place), 0) / Math.max(1, places.length),
    first: share((place) => place === 1),
    firstFive: share((place) => place >= 1 && place <= 5),
    nothing: share((_, at) => (queries[at]?.answers.length ?? 0) > 0 && (found[at]?.length ?? 0) === 0),
  };
}
