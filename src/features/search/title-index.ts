import MiniSearch from 'minisearch';
import { contentWords } from '#lib/text/stop-words.ts';
import { keyOf, namesOf, signsOf, wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import { contentKey, type Query } from './query.ts';
import { termOf } from './shorthand.ts';
import { Spelling } from './spelling.ts';

/** How well the names of a page fit a whole query, the better the higher. */
export const nameFit = { none: 0, beginning: 1, content: 2, alias: 3, title: 4 } as const;

interface NameKeys {
  readonly title: string;
  readonly aliases: ReadonlySet<string>;
  readonly content: ReadonlySet<string>;
}

/** How many pages are indexed at a time, so that typing is never held up. */
const chunkSize = 40;
const boost = { title: 4, aliases: 3, summary: 1 };
/** Queries with these words ask for another kind of page than the one that the rest names: "redis interview". */
const kindWords = new Set(
  'become becoming compare difference differences exercise exercises interview lab labs project projects question questions roadmap versus vs'
    .split(' ')
    .map((word) => `~${word}`),
);

/** The names and summaries of all pages. */
export class TitleIndex {
  readonly documents: readonly SearchDocument[];
  readonly spelling: Spelling;
  readonly #keys: readonly NameKeys[];
  readonly #index = new MiniSearch<{ id: number }>({
    fields: ['title', 'aliases', 'summary'],
    tokenize: (text) => [...signsOf(text), ...namesOf(text)],
    // The word finds what begins with it, the term finds everything else.
    processTerm: (word) => [...new Set([word, termOf(word)])],
  });

  private constructor(documents: readonly SearchDocument[]) {
    this.documents = documents;
    this.spelling = new Spelling(documents);
    this.#keys = documents.map(({ title, aliases }) => ({
      title: keyOf(title),
      aliases: new Set(aliases.map(keyOf)),
      content: new Set([title, ...aliases].map((name) => contentKey(contentWords(wordsOf(name))))),
    }));
  }

  static async build(documents: readonly SearchDocument[]): Promise<TitleIndex> {
    const titles = new TitleIndex(documents);
    const rows = documents.map(({ title, aliases, summary }, id) => ({
      id,
      title,
      aliases: aliases.join('\n'),
      summary,
    }));
    await titles.#index.addAllAsync(rows, { chunkSize });
    return titles;
  }

  /** The numbers of the pages whose names or summaries have some of a query, the best first. */
  find({ terms, beginning }: Query): readonly number[] {
    const words = [...terms.map(({ term }) => term), ...(beginning === undefined ? [] : [beginning])];
    const found = this.#index.search(words.join(' '), {
      boost,
      tokenize: (text) => text.split(' '),
      processTerm: (word) => word,
      prefix: (_, at) => at === terms.length,
    });
    return found.map(({ id }) => id as number);
  }

  /** How well the names of each page fit a query, for pages that they fit at all. */
  fits({ keys: { whole, content }, functionTerms }: Query): ReadonlyMap<number, number> {
    const isForKind = functionTerms.some((term) => kindWords.has(term));
    const fitOf = ({ title, aliases, content: contents }: NameKeys) => {
      if (title === whole) return nameFit.title;
      if (aliases.has(whole)) return nameFit.alias;
      if (contents.has(content) && !isForKind) return nameFit.content;
      return whole.length > 1 && title.startsWith(whole) ? nameFit.beginning : nameFit.none;
    };
    if (whole === '') return new Map();
    return new Map(this.#keys.map((keys, at) => [at, fitOf(keys)] as const).filter(([, fit]) => fit > nameFit.none));
  }
}
