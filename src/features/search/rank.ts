import type { SearchDocument } from './document.ts';
import type { Query } from './query.ts';
import type { ShardReader } from './shards.ts';
import { noSignals, type Signals, sum, weighSignals } from './signals.ts';
import { nameFit, type TitleIndex } from './title-index.ts';

/** How much each signal counts: found by logistic regression on example queries that the index did not have, then rounded. */
const weights = {
  /** The reciprocal of the place among what names find. */
  place: 0.8,
  likeness: 1.6,
  support: 1.8,
  terms: 0.6,
  lift: 0.5,
  /** A title that begins with the query. */
  beginning: 3,
  /** A name that is the query: such pages stand in front. */
  name: 100,
};
/** How many pages by each signal are ranked. */
const candidateCounts = { byNames: 30, byTerms: 10, byLikeness: 5 };
/** The most that a page can fall behind another by its terms, in nats. */
const maxBehind = 15;
const maxNear = 3;

/** What was found, the best first. */
export interface Ranking {
  readonly documents: readonly SearchDocument[];
  readonly isOutOfScope: boolean;
  /** The best pages for a query that is out of scope: to suggest, not to show. */
  readonly near: readonly SearchDocument[];
}

/** Ranks pages by their names and by what example queries say. Without shards, names alone decide. */
export function rankPages(query: Query, titles: TitleIndex, shards: ShardReader): Ranking {
  const found = titles.find(query);
  const fits = titles.fits(query);
  const signals = weighSignals(query, shards, titles.documents.length);
  const bestBy = (signal: keyof Signals, count: number) =>
    [...signals]
      .toSorted(([, a], [, b]) => b[signal] - a[signal])
      .slice(0, count)
      .map(([at]) => at);
  const candidates = new Set([
    ...fits.keys(),
    ...found.slice(0, candidateCounts.byNames),
    ...bestBy('terms', candidateCounts.byTerms),
    ...bestBy('likeness', candidateCounts.byLikeness),
  ]);
  const placeOf = new Map(found.map((at, place) => [at, place]));
  const signalsOf = (at: number) => signals.get(at) ?? noSignals;
  const maxTerms = Math.max(...[...candidates].map((at) => signalsOf(at).terms));
  const scoreOf = (at: number) => {
    const { likeness, support, terms, lift } = signalsOf(at);
    const fit = fits.get(at) ?? nameFit.none;
    return (
      weights.place / (1 + (placeOf.get(at) ?? Number.POSITIVE_INFINITY)) +
      weights.likeness * likeness +
      weights.support * Math.log1p(support) +
      weights.terms * Math.max(-maxBehind, terms - maxTerms) +
      weights.lift * lift +
      (fit >= nameFit.content ? weights.name * fit : weights.beginning * fit)
    );
  };
  const ranked = [...candidates].map((at) => ({ at, score: scoreOf(at) })).toSorted((a, b) => b.score - a.score);
  const documents = ranked.flatMap(({ at }) => titles.documents[at] ?? []);
  const fit = Math.max(0, ...fits.values());
  const likeness = Math.max(0, ...signals.values().map((each) => each.likeness));
  const evidence = { likeness, terms: signalsOf(ranked[0]?.at ?? -1).terms };
  if (fit === nameFit.none && isOutOfScope(query, { shards, titles, evidence })) {
    return { documents: [], isOutOfScope: true, near: documents.slice(0, maxNear) };
  }
  return { documents, isOutOfScope: false, near: [] };
}

/** How much each signal says that a subject is in scope: found by logistic regression on example and out-of-scope queries. */
const scope = { nothing: -3.8, familiarity: 0.58, minFamiliarity: 0.3, likeness: 2.8, terms: 0.6, correction: -1.3 };
/** How many more examples than out-of-scope queries there were when the weights were found, in nats. */
const moreExamples = 1.12;
/** What is added to counts, so that one query decides little. */
const prior = { inScope: 1, outOfScope: 0.3 };

interface ScopeContext {
  readonly shards: ShardReader;
  readonly titles: TitleIndex;
  /** The highest likeness of an example, and what the terms say for the best page. */
  readonly evidence: Pick<Signals, 'likeness' | 'terms'>;
}

/**
 * Whether a query is about something that the site does not have: they are those of out-of-scope queries, no example is like
 * the query, or they say little for the best page. A corrected word may be a right one elsewhere. Where no shards are
 * loaded nothing is out of scope.
 */
function isOutOfScope(
  { terms: all, beginning, corrections }: Query,
  { shards, titles, evidence }: ScopeContext,
): boolean {
  // A last word that no one typed yet may become a longer name.
  const terms = all.filter(({ typed, term }) => {
    const isFinished = typed !== beginning || shards.knows(term) || !titles.spelling.hasBeginning(typed);
    return isFinished && /\p{L}/u.test(typed);
  });
  if (terms.length === 0 || shards.isEmpty) return false;
  const familiarities = terms.map(({ term }) => familiarityOf(term, shards));
  const belief =
    scope.nothing +
    scope.familiarity * sum(familiarities) +
    scope.minFamiliarity * Math.min(...familiarities) +
    scope.likeness * evidence.likeness +
    (scope.terms * evidence.terms) / terms.length +
    scope.correction * corrections.length;
  return belief < 0;
}

/** How much more often examples have a term than out-of-scope queries, in nats. */
function familiarityOf(term: string, shards: ShardReader): number {
  const inScope = sum(shards.countsOf(term).values());
  return Math.log((inScope + prior.inScope) / (shards.outOfScopeCountOf(term) + prior.outOfScope)) - moreExamples;
}
