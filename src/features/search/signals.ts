import type { Query } from './query.ts';
import type { ShardReader } from './shards.ts';

/** What example queries say for a page as the answer to a query. */
export interface Signals {
  /** How much of the query and of the likest example for the page are the same, by information: from 0 to 1. */
  readonly likeness: number;
  /** The likeness of all examples for it, squared and summed. */
  readonly support: number;
  /** How much the terms say for the page among all pages that people look for with them, in nats. */
  readonly terms: number;
  /** How much more often than others its examples have the query's function words, in nats. */
  readonly lift: number;
}

export const noSignals: Signals = { likeness: 0, support: 0, terms: 0, lift: 0 };

/** How steeply a term says more for a page with a larger share of the examples that have it. */
const steepness = 1000;
/** What two terms say together beside what each says. */
const bigramWeight = 0.3;
/** The information in each term that an example has and the query lacks, in nats: the same for all. */
const restInformation = 4;

/** What a term says for a page that has a share of the examples with it, in nats. */
const logWeight = (share: number): number => Math.log1p(steepness * share);

/** The sum of numbers; 0 of none. */
export const sum = (numbers: Iterable<number>): number =>
  Iterator.from(numbers).reduce((total, number) => total + number, 0);

/** What the examples in the shards say for each page. @param count how many pages there are. */
export function weighSignals(query: Query, shards: ShardReader, count: number): ReadonlyMap<number, Signals> {
  const signals = new Map<number, Signals>();
  const change = (at: number, by: (before: Signals) => Partial<Signals>) => {
    const before = signals.get(at) ?? noSignals;
    signals.set(at, { ...before, ...by(before) });
  };
  const information = new Map<string, number>();
  for (const { term } of query.terms) {
    const counts = shards.countsOf(term);
    const all = sum(counts.values());
    for (const [at, own] of counts) change(at, ({ terms }) => ({ terms: terms + logWeight(own / all) }));
    information.set(term, informationOf(counts.size, count));
  }
  for (const pages of bigramsOf(query, shards))
    for (const at of pages) change(at, ({ terms }) => ({ terms: terms + bigramWeight * logWeight(1 / pages.length) }));
  for (const word of query.functionTerms)
    for (const [at, own] of shards.liftsOf(word)) change(at, ({ lift }) => ({ lift: lift + own }));
  for (const example of query.terms.flatMap(({ term }) => shards.examplesOf(term))) {
    const like = likenessOf(example.terms, information);
    for (const at of example.documents)
      change(at, ({ likeness, support }) => ({ likeness: Math.max(likeness, like), support: support + like ** 2 }));
  }
  return signals;
}

/** Inverse document frequency as BM25 has it. */
function informationOf(found: number, count: number): number {
  return Math.log(1 + (count - found + 0.5) / (found + 0.5));
}

function bigramsOf({ terms }: Query, shards: ShardReader): readonly (readonly number[])[] {
  return terms.flatMap(({ term }, at) => terms.slice(at + 1).map((other) => shards.bigramOf(term, other.term)));
}

/** The share of information that an example and a query have in common. */
function likenessOf(example: ReadonlySet<string>, information: ReadonlyMap<string, number>): number {
  const total = sum(information.values());
  const shared = sum(information.entries().map(([term, own]) => (example.has(term) ? own : 0)));
  const rest = example.difference(information).size;
  return total === 0 ? 0 : shared / (total + restInformation * rest);
}
