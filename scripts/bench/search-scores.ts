/** A query with the pages that answer it: a row of tests/search/graded.tsv. */
export interface GradedQuery {
  /** `tuning` queries may be looked at while the search is changed, `held` ones only when it is measured. */
  readonly half: 'tuning' | 'held';
  /** What the query is like: a symptom, a typo, a goal and so on. */
  readonly kind: string;
  readonly query: string;
  /** Grade 2: addresses that a reader would be glad to see first. Empty when the site has no answer and should say so. */
  readonly right: readonly string[];
  /** Grade 1: addresses that help. */
  readonly useful: readonly string[];
}

const depth = 10;

/** Reads graded queries: half, kind, query, right and useful pages, with tabs between them. */
export function readGradedQueries(text: string): readonly GradedQuery[] {
  return text.split('\n').flatMap((row) => {
    if (row === '' || row.startsWith('# ')) return [];
    const [half, kind, query, right, useful] = row.split('\t');
    if ((half !== 'tuning' && half !== 'held') || !kind || !query || !right || !useful)
      throw new Error(`Not a graded query: ${row}`);
    return [{ half, kind, query, right: addressesOf(right), useful: addressesOf(useful) }];
  });
}

const addressesOf = (column: string) => (column === '-' ? [] : column.split(' '));

/** The rank of the first right page from 1, or 0. Where the site has no answer, finding nothing is right. */
export function rankOf({ right }: Pick<GradedQuery, 'right'>, found: readonly string[]): number {
  if (right.length === 0) return found.length === 0 ? 1 : 0;
  return found.slice(0, depth).findIndex((address) => right.includes(address)) + 1;
}

/** Whether a query can be answered: one of its pages is on the site, or it asks for nothing. */
export function hasAnswer({ right }: Pick<GradedQuery, 'right'>, isPage: (address: string) => boolean): boolean {
  return right.length === 0 || right.some(isPage);
}

/** How well a search engine did on queries, from the addresses found for each in the same order; shares from 0 to 1. */
export function scoreSearch(queries: readonly GradedQuery[], found: readonly (readonly string[])[]) {
  const ranks = queries.map((query, at) => rankOf(query, found[at] ?? []));
  const share = (isCounted: (query: GradedQuery, at: number) => boolean) =>
    queries.filter(isCounted).length / Math.max(1, queries.length);
  const rankAt = (at: number) => ranks[at] ?? 0;
  return {
    count: queries.length,
    /** Mean of 1 divided by the rank of the first right page; 0 where none is among the first ten. */
    reciprocalRank: ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / Math.max(1, ranks.length),
    first: share((_, at) => rankAt(at) === 1),
    firstFive: share((_, at) => rankAt(at) >= 1 && rankAt(at) <= 5),
    /** Queries whose first result is right or useful. */
    firstUseful: share(({ useful }, at) => rankAt(at) === 1 || useful.includes(found[at]?.[0] ?? '')),
    /** Queries that have an answer, and for which nothing was found. */
    nothing: share(({ right }, at) => right.length > 0 && (found[at]?.length ?? 0) === 0),
  };
}
