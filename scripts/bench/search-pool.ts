import type { SearchDocument } from '#features/search/document.ts';
import type { Found } from './search-engines.ts';
import type { GradedQuery } from './search-scores.ts';

/** A query with every page that may answer it, for judges who do not know which engine named a page, or where. */
export interface PooledQuery {
  readonly query: string;
  readonly candidates: readonly Pick<SearchDocument, 'address' | 'title' | 'summary'>[];
}

/** How many results of each engine are judged. */
const depth = 5;

/** These have one right answer by definition. */
const isPooled = ({ kind }: GradedQuery) => kind !== 'command' && kind !== 'off-topic';

/**
 * The first results of several engines together with the pages judged right so far, by address: pooling, as TREC does it,
 * has every page judged that some engine shows, so that a right answer no one had thought of does not count as wrong.
 * @param documents know the titles and summaries of pages; a page that is not among them has its address only.
 */
export function poolQueries(
  queries: readonly GradedQuery[],
  engines: readonly Found[],
  documents: readonly SearchDocument[],
): PooledQuery[] {
  const known = new Map(documents.map((document) => [document.address, document]));
  return queries.flatMap((query, at) => {
    if (!isPooled(query)) return [];
    const found = engines.flatMap((engine) => (engine[at] ?? []).slice(0, depth));
    const addresses = [...new Set([...found.map(withoutHash), ...query.right, ...query.useful])].sort();
    const describe = (address: string) => {
      const { title = '', summary = '' } = known.get(address) ?? {};
      return { address, title, summary };
    };
    return [{ query: query.query, candidates: addresses.map(describe) }];
  });
}

const withoutHash = (address: string) => address.replace(/#.*$/u, '');
