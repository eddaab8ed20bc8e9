import { type SearchDocument, searchKinds } from './document.ts';
import { exact, exactness, type NameKeys, nameKeys } from './exactness.ts';
import { type Field, FieldIndex } from './field-index.ts';
import { intentOf } from './intent.ts';
import { type NameTerms, nameFit, nameTerms } from './name-fit.ts';
import { type Query, rewriteQuery } from './rewrite.ts';
import { findRoleWay } from './role-way.ts';
import { informationOf, matchSlot, type SlotMatches } from './slot-matches.ts';
import { stem } from './stem.ts';
import { contentWords } from './stop-words.ts';
import { namesOf, wordsOf } from './text.ts';
import { Vocabulary } from './vocabulary.ts';

/** A document that the jump tier found. */
export interface Hit {
  readonly document: SearchDocument;
  readonly score: number;
  readonly exactness: number;
  /** How much of what the query says the document has, from 0 to 1. */
  readonly coverage: number;
  /** The words of the document that matched. */
  readonly terms: ReadonlySet<string>;
}

/** What the jump tier found, the best first. */
export interface JumpAnswer {
  readonly query: Query;
  readonly hits: readonly Hit[];
  /** Whether no document has all of the query, so that those with some of it stand here. */
  readonly isRelaxed: boolean;
}

/** How much a word of a field weighs as a spelling to offer. */
const wordWeight: Readonly<Record<Field, number>> = { title: 8, aliases: 6, asks: 2, summary: 1 };
const mostHits = 60;
/** Indexing is done in steps of so many documents, so that typing is never held up. */
const stepSize = 24;
/** A document counts when it has at least so much of what the query says. */
export const leastCoverage = 0.5;

/** How much the kind of a page counts when nothing else decides. */
const kindWeights: Readonly<Record<SearchDocument['kind'], number>> = {
  Topic: 1,
  Roadmap: 0.94,
  Role: 0.88,
  Question: 0.88,
  Comparison: 0.88,
  Project: 0.82,
  Page: 0.75,
};

/** An index over titles, aliases, questions and summaries that forgives spelling. */
export class JumpIndex {
  readonly documents: readonly SearchDocument[];
  readonly vocabulary: Vocabulary;
  readonly #keys: readonly NameKeys[];
  readonly #names: readonly NameTerms[];
  readonly #index: FieldIndex;

  private constructor(
    documents: readonly SearchDocument[],
    { index, vocabulary }: { index: FieldIndex; vocabulary: Vocabulary },
  ) {
    this.documents = documents;
    this.vocabulary = vocabulary;
    this.#index = index;
    this.#keys = documents.map(nameKeys);
    this.#names = documents.map(nameTerms);
  }

  /** @param plain stems of running text, with blanks between them, as `plainWords` gives them. */
  static async build(documents: readonly SearchDocument[], plain = ''): Promise<JumpIndex> {
    const vocabulary = new Vocabulary(plain);
    const index = new FieldIndex();
    for (const [at, document] of documents.entries()) {
      if (at % stepSize === stepSize - 1) await new Promise((resolve) => setTimeout(resolve));
      for (const [field, text] of Object.entries(textsOf(document)) as [Field, string][]) {
        const words = namesOf(text);
        vocabulary.add(words, wordWeight[field]);
        index.add(at, field, new Set(words.map(stem)));
      }
    }
    return new JumpIndex(documents, { index, vocabulary });
  }

  /** @param isLiteral takes misspelt words as they are. */
  find(text: string, isLiteral = false): JumpAnswer {
    const query = rewriteQuery(text, this.vocabulary, isLiteral);
    const site = { vocabulary: this.vocabulary, count: this.documents.length };
    const matches = query.slots.map((slot) => matchSlot(slot, this.#index, site));
    const total = matches.reduce((sum, { information }) => sum + information, 0);
    const scores = new Map<number, { score: number; covered: number }>();
    for (const { documents, information } of matches) {
      for (const [at, score] of documents) {
        const before = scores.get(at) ?? { score: 0, covered: 0 };
        scores.set(at, { score: before.score + score * information, covered: before.covered + information });
      }
    }
    const intent = intentOf(query.text);
    const terms = new Set(matches.flatMap((match) => [...match.terms]));
    const way = findRoleWay(query.text, this.documents);
    const hits: Hit[] = way ? [{ document: way, score: 0, exactness: 4, coverage: 1, terms }] : [];
    for (const [at, document] of this.documents.entries()) {
      const found = scores.get(at);
      const isNamedSo = exactness(this.#keys[at] as NameKeys, query);
      const coverage = found ? found.covered / total : 0;
      if (isNamedSo < exact && coverage < ((globalThis as any).P?.lcs ?? (wordsOf(query.text).length>3?[0.5,0.45,0.45,0.3]:[0.5,0.55,0.5,0.3]))[Math.min(matches.length,4)-1]) continue;
      const fit = nameFit(this.#names[at] ?? [], matches, (term) =>
        informationOf(this.#index.countOf(term), site.count),
      );
      const weight = kindWeights[document.kind] * (intent.get(document.kind) ?? 1);
      const P=(globalThis as any).P ?? {f0:1,f1:2,cp:2,lc:0.3};
      const score = ((found?.score ?? 0) / (total || 1)) * coverage ** P.cp * (P.f0 + P.f1*fit**(P.fp??1)) * weight + (isNamedSo === 1 ? 0.2 : 0);
      hits.push({ document, score, exactness: isNamedSo, coverage, terms });
    }
    const ranked = hits.toSorted(byRank).slice(0, mostHits);
    return { query, hits: ranked, isRelaxed: !ranked.some(({ exactness: e, coverage }) => e >= exact || coverage > 0.99) };
  }
}

function textsOf({ title, aliases, asks, summary }: SearchDocument): Record<Field, string> {
  return { title, aliases: aliases.join('\n'), asks: asks.join('\n'), summary };
}

/** Exact names first, then by score; a kind that stands earlier in the list of kinds wins when two are equal. */
function byRank(a: Hit, b: Hit): number {
  const rank = ({ exactness: fit, score }: Hit) => (fit >= exact ? fit * 1e3 : 0) + score;
  return rank(b) - rank(a) || searchKinds.indexOf(a.document.kind) - searchKinds.indexOf(b.document.kind);
}
