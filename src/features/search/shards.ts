import { hashOf } from '#lib/hash.ts';

/** A query that people type, and the pages that they need. */
export interface ExampleQuery {
  readonly text: string;
  /** Of the pages, from the site's root. */
  readonly addresses: readonly string[];
}

/** Numbers of documents in order, each as the step from the one before it. */
export type Steps = readonly number[];

/**
 * What example queries say about a term: the documents for which one, two, four, or eight and more of them have it (for a
 * function word: by half nats of log lift); the queries whose rarest term it is, by their other terms with blanks between
 * them (for a letter and a length: such words with their weights); the terms that stand together with it; and the logarithm to base 2 of how many out-of-scope queries
 * have it.
 */
export type ShardEntry = readonly [
  counts: readonly Steps[],
  examples: Readonly<Record<string, Steps>>,
  bigrams: Readonly<Record<string, Steps>>,
  outOfScope?: number,
];

/** A word as it may be typed, with how it is written and its weight. */
export type KnownWord = readonly [typed: string, { readonly written: string; readonly weight: number }];

/** A part of the index: some terms and what is known of them. */
export type Shard = Readonly<Record<string, ShardEntry>>;

/** So many that the shards of a query add little to what a first search loads. */
export const shardCount = 1024;

/** The shard that has a term. */
export function shardOf(term: string): number {
  return hashOf(term) % shardCount;
}

/** An example query as the index has it. */
export interface KnownExample {
  readonly terms: ReadonlySet<string>;
  /** Numbers of the documents. */
  readonly documents: readonly number[];
}

const nothing: ShardEntry = [[], {}, {}];

/** Looks terms up in the shards that were loaded. */
export class ShardReader {
  readonly #shards: ReadonlyMap<number, Shard>;

  constructor(shards: ReadonlyMap<number, Shard> = new Map()) {
    this.#shards = shards;
  }

  /** Whether nothing was loaded. */
  get isEmpty(): boolean {
    return this.#shards.size === 0;
  }

  /** Whether someone typed a term, for the site or for something else: then it is no mistake. */
  knows(term: string): boolean {
    return this.countsOf(term).size > 0 || this.outOfScopeCountOf(term) > 1;
  }

  /** The documents that people look for with a term, each with how many example queries have it: 1, 2, 4 or 8. */
  countsOf(term: string): ReadonlyMap<number, number> {
    return this.#grouped(term, (group) => 2 ** group);
  }

  /** How much more often than others the queries for each document have a function word, in nats. */
  liftsOf(functionTerm: string): ReadonlyMap<number, number> {
    return this.#grouped(functionTerm, (group) => (group + 1) * liftStep);
  }

  /** The example queries whose rarest term is this one. */
  examplesOf(term: string): readonly KnownExample[] {
    return Object.entries(this.#entryOf(term)[1]).map(([others, steps]) => ({
      terms: new Set([term, ...others.split(' ').filter(Boolean)]),
      documents: toDocuments(steps),
    }));
  }

  /** The documents of examples with both terms. */
  bigramOf(one: string, other: string): readonly number[] {
    return toDocuments(ownOf(this.#entryOf(one)[2], other) ?? ownOf(this.#entryOf(other)[2], one) ?? []);
  }

  /** Words of example queries that begin with the same letter and are about as long; their shards are those of `wordKeys`. */
  wordsLike(typed: string): readonly KnownWord[] {
    return wordKeys(typed)
      .flatMap((key) => Object.entries(this.#entryOf(key)[1]))
      .map(([written, [weight = 0]]) => [written, { written, weight }]);
  }

  /** How many queries for subjects that the site does not have use a term: 0, 1, 2, 4 and so on. */
  outOfScopeCountOf(term: string): number {
    const count = this.#entryOf(term)[3];
    return count === undefined ? 0 : 2 ** count;
  }

  #entryOf(term: string): ShardEntry {
    return ownOf(this.#shards.get(shardOf(term)) ?? {}, term) ?? nothing;
  }

  #grouped(term: string, valueAt: (group: number) => number): ReadonlyMap<number, number> {
    return new Map(
      this.#entryOf(term)[0].flatMap((steps, group) =>
        toDocuments(steps).map((document) => [document, valueAt(group)] as const),
      ),
    );
  }
}

/** The key of words with the same first letter and length, and of those that are a letter shorter or longer. */
export const wordKeys = (word: string): readonly string[] => [0, -1, 1].map((by) => `^${word[0]}${word.length + by}`);

/** A step of log lift, in nats. */
export const liftStep = 0.5;

/** What a record has under a key of its own: "constructor" is a term too. */
function ownOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function toDocuments(steps: Steps): readonly number[] {
  let at = 0;
  return steps.map((step) => {
    at += step;
    return at;
  });
}
