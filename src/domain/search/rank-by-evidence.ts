import type { SearchDocument } from './document.ts';
import { type Evidence, noEvidence } from './evidence.ts';
import { intentOf } from './intent.ts';
import type { Hit, JumpAnswer } from './jump-index.ts';
import type { Query } from './rewrite.ts';

type EvidenceByPage = ReadonlyMap<SearchDocument, Evidence>;

/** How much each sign counts, fitted to the searches that visitors typed: each was asked of an index without it (record 22). */
const weights = {
  /** The reciprocal of the place that names gave a page. */
  place: 1.6,
  /** Being the first of them, and having all of the query. */
  whole: 0.3,
  /** Being of the kind that is asked for. */
  kind: 1.1,
  likeness: 3.3,
  support: 1.8,
  words: 0.63,
};
/** As many pages as the words speak for, and as many as the likest searches are for, join those that names found. */
const mostByWords = 10;
const mostByLikeness = 5;
/** How like a search must be to bring a page when names found nothing: foreign subjects have words of ours as well. */
const leastLikeness = 0.4;
const leastLikenessOfQuestion = 0.2;
/** How like the likest search must be when names found a part of the query, or a part of it as it was corrected. */
const leastOfPart = 0.2;
const leastOfCorrected = 0.4;
/** Words speak less for a page by so much at most, in nats. */
const mostBehind = 15;

/** The pages that names or searches found, the best first by what both say. */
export function rankByEvidence({ hits, query, isRelaxed }: JumpAnswer, evidence: EvidenceByPage): readonly Hit[] {
  const evidenceFor = (document: SearchDocument) => evidence.get(document) ?? noEvidence;
  const least = hits.length > 0 ? 0 : query.isQuestion ? leastLikenessOfQuestion : leastLikeness;
  const found = new Set(hits.map(({ document }) => document));
  const added = strongest(evidence)
    .filter((document) => !found.has(document) && evidenceFor(document).likeness >= least)
    .map((document): Hit => ({ document, score: 0, exactness: 0, terms: new Set() }));
  const all = [...hits, ...added];
  const intent = intentOf(query.text);
  const best = Math.max(...all.map(({ document }) => evidenceFor(document).words));
  const scoreOf = (document: SearchDocument, rank: number) => {
    const { likeness, support, words } = evidenceFor(document);
    return (
      (rank < hits.length ? weights.place / (1 + rank) : 0) +
      (rank === 0 && !isRelaxed ? weights.whole : 0) +
      weights.kind * Math.log(intent.get(document.kind) ?? 1) +
      weights.likeness * likeness +
      weights.support * Math.log1p(support) +
      weights.words * Math.max(-mostBehind, words - best)
    );
  };
  return all.map((hit, rank) => ({ ...hit, score: scoreOf(hit.document, rank) })).toSorted((a, b) => b.score - a.score);
}

/** Whether any search is like a query that names have only in part. A question has many words that no other has. */
export function isSearchedFor({ isQuestion, corrections }: Query, evidence: EvidenceByPage): boolean {
  const likest = Math.max(0, ...[...evidence.values()].map(({ likeness }) => likeness));
  return likest >= (corrections.length > 0 ? leastOfCorrected : isQuestion ? 0 : leastOfPart);
}

/** The pages that evidence speaks most for. */
function strongest(evidence: EvidenceByPage): readonly SearchDocument[] {
  const by = (sign: keyof Evidence, most: number) =>
    [...evidence].toSorted(([, a], [, b]) => b[sign] - a[sign]).slice(0, most);
  const found = [...by('words', mostByWords), ...by('likeness', mostByLikeness)];
  return [...new Set(found.map(([document]) => document))];
}
