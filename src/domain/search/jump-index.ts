import MiniSearch, { type Query as MiniQuery, type SearchResult } from 'minisearch';
import { type SearchDocument, searchKinds } from './document.ts';
import { exact, exactness, type NameKeys, nameKeys } from './exactness.ts';
import { type Query, rewriteQuery, type Slot } from './rewrite.ts';
import { stem } from './stem.ts';
import { namesOf, withStems } from './text.ts';
import { Vocabulary } from './vocabulary.ts';

/** A document that the jump tier found. */
export interface Hit {
  readonly document: SearchDocument;
  readonly score: number;
  readonly exactness: number;
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

const boost = { title: 6, aliases: 5, headings: 1.5, summary: 1.5 };
/** How much a word of a field weighs as a spelling to offer. */
const wordWeight = { title: 8, aliases: 6, headings: 1, summary: 1 };
const fewHits = 3;
const mostHits = 60;
/** Pages that list others repeat their words and should not outrank them. */
const pageWeight = 0.5;
const kindWeight = 0.06;

/** An index over titles, aliases, summaries and headings that forgives spelling. */
export class JumpIndex {
  readonly documents: readonly SearchDocument[];
  readonly vocabulary: Vocabulary;
  readonly #names: readonly NameKeys[];
  readonly #mini: MiniSearch;

  private constructor(
    documents: readonly SearchDocument[],
    { mini, vocabulary }: { mini: MiniSearch; vocabulary: Vocabulary },
  ) {
    this.documents = documents;
    this.vocabulary = vocabulary;
    this.#mini = mini;
    this.#names = documents.map(nameKeys);
  }

  /** Builds the index in small steps, so that typing is never held up. */
  static async build(documents: readonly SearchDocument[]): Promise<JumpIndex> {
    const vocabulary = new Vocabulary();
    const tokenize = (text: string, field?: string) => {
      const names = namesOf(text);
      vocabulary.add(names, wordWeight[field as keyof typeof boost]);
      return withStems(names);
    };
    const mini = new MiniSearch({ fields: Object.keys(boost), tokenize, processTerm: (term) => term });
    const rows = documents.map(({ title, aliases, headings, summary }, id) => ({
      id,
      title,
      aliases: aliases.join('\n'),
      headings: headings.join('\n'),
      summary,
    }));
    await mini.addAllAsync(rows, { chunkSize: 12 });
    return new JumpIndex(documents, { mini, vocabulary });
  }

  /** @param isLiteral takes misspelt words as they are. */
  find(text: string, isLiteral = false): JumpAnswer {
    const query = rewriteQuery(text, this.vocabulary, isLiteral);
    const named = this.#namedExactly(query);
    const strict = this.#search(query, 'AND');
    const loose = strict.length < fewHits ? this.#search(query, 'OR') : [];
    const hits = new Map<SearchDocument, Hit>();
    for (const hit of [...named, ...strict.toSorted(byRank), ...loose.toSorted(byRank)]) {
      const known = hits.get(hit.document);
      if (!known) hits.set(hit.document, hit);
      else if (known.terms.size === 0) hits.set(hit.document, { ...known, terms: hit.terms });
    }
    return { query, hits: [...hits.values()].slice(0, mostHits), isRelaxed: named.length + strict.length === 0 };
  }

  #namedExactly(query: Query): Hit[] {
    return this.documents
      .map((document, at) => ({ document, score: 0, exactness: this.#exactness(at, query), terms: new Set<string>() }))
      .filter((hit) => hit.exactness >= exact)
      .toSorted(byRank);
  }

  #search(query: Query, combineWith: 'AND' | 'OR'): Hit[] {
    if (query.slots.length === 0) return [];
    const found = this.#mini.search(
      { combineWith, queries: query.slots.map(slotQuery) },
      { tokenize: (term) => [term], boost },
    );
    return found.map((result) => this.#toHit(result, query));
  }

  #toHit(result: SearchResult, query: Query): Hit {
    const document = this.documents[Number(result.id)] as SearchDocument;
    const matched = new Set(result.queryTerms);
    const covered =
      query.slots.filter((slot) => slotTerms(slot).some((term) => matched.has(term))).length / query.slots.length;
    const isNamedSo = this.#exactness(Number(result.id), query);
    const weight = (document.kind === 'Page' ? pageWeight : 1) * (isNamedSo > 0 ? 1.5 : 1);
    return {
      document,
      score: result.score * covered ** 2 * weight,
      exactness: isNamedSo,
      terms: new Set(result.terms),
    };
  }

  #exactness(at: number, query: Query): number {
    const names = this.#names[at];
    return names ? exactness(names, query) : 0;
  }
}

/** Exact names first, then by score; a kind that stands earlier in the list of kinds wins when two are close. */
function byRank(a: Hit, b: Hit): number {
  const rank = ({ exactness: fit, score, document }: Hit) =>
    (fit >= exact ? fit * 1e6 : 0) + score * (1 - kindWeight * searchKinds.indexOf(document.kind));
  return rank(b) - rank(a) || searchKinds.indexOf(a.document.kind) - searchKinds.indexOf(b.document.kind);
}

function slotQuery({ same, similar, isUnfinished }: Slot): MiniQuery {
  const together = (words: readonly string[], weight: number, isBeginning = false): MiniQuery => ({
    combineWith: 'AND',
    queries: words.map((word) => ({
      combineWith: 'OR',
      queries: [...new Set([word, stem(word)])],
      prefix: (term) => isBeginning && term === word && term.length > 1,
      boostTerm: () => weight,
    })),
  });
  return {
    combineWith: 'OR',
    queries: [
      ...same.map((words, at) => together(words, at === 0 ? 1 : 0.8, isUnfinished)),
      ...similar.map((words) => together(words, 0.5)),
    ],
  };
}

function slotTerms({ same, similar }: Slot): string[] {
  return [...same, ...similar].flat().flatMap((word) => [word, stem(word)]);
}
