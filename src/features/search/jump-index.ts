import { stem } from '#lib/text/stem.ts';
import { namesOf } from '#lib/text/text.ts';
import { findCandidates, type IndexParts } from './candidates.ts';
import { findCommandPage } from './command-page.ts';
import { type SearchDocument, searchKinds } from './document.ts';
import { weighEvidence } from './evidence.ts';
import { exact, type NameKeys, nameKeys } from './exactness.ts';
import { type Field, FieldIndex, textsOf } from './field-index.ts';
import { isForeignSubject } from './foreign-subject.ts';
import type { Hit, JumpAnswer } from './hit.ts';
import { type NameTerms, nameTerms } from './name-fit.ts';
import { rankByEvidence } from './rank-by-evidence.ts';
import { type Query, rewriteQuery } from './rewrite.ts';
import { findRoleWay } from './role-way.ts';
import { termOf } from './search-terms.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Searches } from './word-index.ts';

/** How much a word of a field weighs as a spelling to offer; those of names weigh at least `nameWeight`. */
const wordWeight: Readonly<Record<Field, number>> = { title: 8, aliases: 6, asks: 2, summary: 1 };
const mostHits = 60;
const mostNear = 3;
/** Documents are taken in by so many at a time, so that typing is never held up. */
const stepSize = 24;

/** An index over names, questions and summaries that forgives spelling. */
export class JumpIndex {
  readonly documents: readonly SearchDocument[];
  readonly vocabulary: Vocabulary;
  readonly #parts: IndexParts;

  private constructor(parts: IndexParts) {
    this.documents = parts.documents;
    this.vocabulary = parts.vocabulary;
    this.#parts = parts;
  }

  /** @param plain stems of running text, with blanks between them, as `plainWords` gives them. */
  static async build(documents: readonly SearchDocument[], plain = ''): Promise<JumpIndex> {
    const vocabulary = new Vocabulary(plain);
    const index = new FieldIndex();
    const keys: NameKeys[] = [];
    const names: NameTerms[] = [];
    for (const [at, document] of documents.entries()) {
      if (at % stepSize === stepSize - 1) await new Promise((resolve) => setTimeout(resolve));
      keys.push(nameKeys(document));
      names.push(nameTerms(document));
      for (const [field, text] of Object.entries(textsOf(document)) as [Field, string][]) {
        const words = namesOf(text);
        vocabulary.add(words, wordWeight[field]);
        index.add(at, field, new Set(words.map(stem)));
      }
    }
    return new JumpIndex({ documents, vocabulary, index, keys, names });
  }

  /** @param isLiteral takes misspelt words as they are. */
  find(text: string, isLiteral = false): JumpAnswer {
    return this.#answer(rewriteQuery(text, this.vocabulary, () => isLiteral));
  }

  /**
   * The answer once searches are known: they tell which page is meant, bring pages that lack the words, and tell mistakes
   * from words that others have searched for, and foreign subjects from those of the site.
   */
  findAgain(quick: JumpAnswer, searches: Searches, isLiteral = false): JumpAnswer {
    const { text } = quick.query;
    const isKnown = (term: string) => searches.countsOf(term).size > 0 || searches.foreignCountOf(term) > 0;
    const isName = (quick.hits[0]?.exactness ?? 0) >= exact;
    const isSure = (word: string) => isLiteral || (!isName && isKnown(termOf(word)));
    const query = rewriteQuery(text, this.vocabulary, isSure);
    const answer = this.#answer(query);
    const known = { index: this.#parts.index, searches, documents: this.documents };
    const evidence = weighEvidence(query, known);
    const hits = rankByEvidence(answer, evidence);
    if (!answer.isRelaxed || !isForeignSubject(query, known, { hits, evidence })) return { ...answer, hits };
    return { ...answer, hits: [], near: hits.slice(0, mostNear).map(({ document }) => document) };
  }

  #answer(query: Query): JumpAnswer {
    const meant = findCommandPage(query.text, this.documents) ?? findRoleWay(query.text, this.documents);
    const candidates = findCandidates(this.#parts, query).toSorted(byRank);
    const found = candidates.filter(({ counts }) => counts).slice(0, mostHits);
    const others = found.filter(({ document }) => document !== meant);
    const hits = meant ? [{ document: meant, score: 0, exactness: 4, terms: new Set<string>() }, ...others] : others;
    const near = candidates.filter(({ counts }) => !counts).slice(0, mostNear);
    return {
      query,
      hits,
      isRelaxed: !meant && !found.some(({ isWhole }) => isWhole),
      near: near.map(({ document }) => document),
    };
  }
}

/** Exact names first, then by score; a kind that stands earlier in the list of kinds wins when two are equal. */
function byRank(a: Hit, b: Hit): number {
  const rank = ({ exactness: fit, score }: Hit) => (fit >= exact ? fit * 1e3 : 0) + score;
  return rank(b) - rank(a) || searchKinds.indexOf(a.document.kind) - searchKinds.indexOf(b.document.kind);
}
