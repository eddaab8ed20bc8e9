import type { Query, QueryTerm } from './query.ts';
import type { ShardReader } from './shards.ts';
import { type Signals, sum } from './signals.ts';

/** How much each signal says that the site has a subject: found by logistic regression on example and out-of-scope queries. */
const weights = { nothing: -7.2, familiarity: 0.54, leastFamiliar: 0.63, likeness: 4.8, terms: 1.2, correction: -2 };
/** There were so many more examples than out-of-scope queries when the weights were found, in nats. */
const moreExamples = 1.12;
/** What is added to counts, so that one query decides little. */
const prior = { inScope: 1, outOfScope: 0.3 };

/** What is known of a query. */
export interface ScopeContext {
  readonly query: Query;
  readonly shards: ShardReader;
  /** The highest likeness of an example, and what the terms say for the best page. */
  readonly evidence: Pick<Signals, 'likeness' | 'terms'>;
}

/**
 * Whether terms are about something that the site does not have: they are those of out-of-scope queries, no example is like
 * the query, or they say little for the best page. A corrected word may be a right one elsewhere. Where no shards are
 * loaded nothing is out of scope.
 */
export function isOutOfScope(terms: readonly QueryTerm[], { query, shards, evidence }: ScopeContext): boolean {
  if (terms.length === 0 || shards.isEmpty) return false;
  const familiarities = terms.map(({ term }) => familiarityOf(term, shards));
  const belief =
    weights.nothing +
    weights.familiarity * sum(familiarities) +
    weights.leastFamiliar * Math.min(...familiarities) +
    weights.likeness * evidence.likeness +
    (weights.terms * evidence.terms) / terms.length +
    weights.correction * query.corrections.length;
  return belief < 0;
}

/** How much more often examples have a term than out-of-scope queries, in nats. */
function familiarityOf(term: string, shards: ShardReader): number {
  const inScope = sum(shards.countsOf(term).values());
  return Math.log((inScope + prior.inScope) / (shards.outOfScopeCountOf(term) + prior.outOfScope)) - moreExamples;
}
