import type { SearchDocument } from './document.ts';
import { type Evidence, noEvidence } from './evidence.ts';
import { exact } from './exactness.ts';
import type { Hit, JumpAnswer } from './hit.ts';
import { intentOf } from './intent.ts';

type EvidenceByPage = ReadonlyMap<SearchDocument, Evidence>;

/** How much each sign counts, fitted to the searches that visitors typed: each was asked of an index without it (record 22). */
const weights = {
  /** The reciprocal of the place that names gave a page. */
  place: 1.15,
  /** Being the first of them, and having all of the query. */
  whole: 0.23,
  /** Being of the kind that is asked for. */
  kind: 1.2,
  likeness: 2.8,
  support: 1.9,
  words: 0.6,
  talk: 0.4,
};
/** As many pages as the words speak for, and as many as the likest searches are for, join those that names found. */
const mostByWords = 10;
const mostByLikeness = 5;
/** Words speak less for a page by so much at most, in nats. */
const mostBehind = 15;

/**
 * The pages that names or searches found, the best first by what both say. What a query is called stays in front:
 * the pages of that name, and the first of those whose titles begin so.
 */
export function rankByEvidence({ hits, query, isRelaxed }: JumpAnswer, evidence: EvidenceByPage): readonly Hit[] {
  const evidenceFor = (document: SearchDocument) => evidence.get(document) ?? noEvidence;
  const found = new Set(hits.map(({ document }) => document));
  const added = strongest(evidence)
    .filter((document) => !found.has(document))
    .map((document): Hit => ({ document, score: 0, exactness: 0, terms: new Set() }));
  const all = [...hits, ...added];
  const intent = intentOf(query.text);
  const best = Math.max(...all.map(({ document }) => evidenceFor(document).words));
  const scoreOf = (document: SearchDocument, rank: number) => {
    const { likeness, support, words, talk } = evidenceFor(document);
    return (
      (rank < hits.length ? weights.place / (1 + rank) : 0) +
      (rank === 0 && !isRelaxed ? weights.whole : 0) +
      weights.kind * Math.log(intent.get(document.kind) ?? 1) +
      weights.likeness * likeness +
      weights.support * Math.log1p(support) +
      weights.words * Math.max(-mostBehind, words - best) +
      weights.talk * talk
    );
  };
  const isCalledSo = (hit: Hit) => hit.exactness >= exact || (hit === hits[0] && hit.exactness > 0);
  const others = all
    .map((hit, rank) => ({ hit, score: scoreOf(hit.document, rank) }))
    .filter(({ hit }) => !isCalledSo(hit))
    .toSorted((a, b) => b.score - a.score);
  return [...all.filter(isCalledSo), ...others.map(({ hit, score }) => ({ ...hit, score }))];
}

/** The pages that evidence speaks most for. */
function strongest(evidence: EvidenceByPage): readonly SearchDocument[] {
  const by = (sign: keyof Evidence, most: number) =>
    [...evidence].toSorted(([, a], [, b]) => b[sign] - a[sign]).slice(0, most);
  const found = [...by('words', mostByWords), ...by('likeness', mostByLikeness)];
  return [...new Set(found.map(([document]) => document))];
}
