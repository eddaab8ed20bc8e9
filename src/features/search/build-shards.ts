import type { SearchDocument } from './document.ts';
import { parseQuery } from './query.ts';
import {
  type ExampleQuery,
  type KnownExample,
  liftStep,
  type Shard,
  type ShardEntry,
  type Steps,
  shardCount,
  shardOf,
  wordKeys,
} from './shards.ts';
import { sum } from './signals.ts';

/** For each term, how many examples for each document have it. */
type Counts = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** Longer examples are not kept whole, only counted by their terms: hardly anyone types them again. */
const maxTerms = 3;
/** Function words in fewer examples are left out. */
const minForLift = 3;
/** Documents are counted as having a term once, twice, four times, or eight times and more. */
const countGroups = 4;

/** Words in fewer examples may be misspelled themselves. */
const minForSpelling = 3;

interface ParsedExample extends KnownExample {
  readonly words: readonly string[];
  readonly functionTerms: readonly string[];
}

/** The index over example queries, in shards so small that a query loads only those of its terms. */
export function buildShards(
  examples: readonly ExampleQuery[],
  documents: readonly Pick<SearchDocument, 'address'>[],
  outOfScope: readonly string[] = [],
): readonly Shard[] {
  const parsed = parseExamples(examples, documents);
  const counts = countTerms(parsed.map(({ terms, documents: found }) => [[...terms], found]));
  const byRarest = Map.groupBy(
    parsed.filter(({ terms }) => terms.size > 0 && terms.size <= maxTerms),
    ({ terms }) => rarestOf(terms, counts),
  );
  const bigrams = findBigrams(parsed, counts);
  const outOfScopeCounts = countOutOfScope(outOfScope);
  const entries = new Map<string, ShardEntry>();
  for (const term of new Set([...counts.keys(), ...outOfScopeCounts.keys()])) {
    const count = outOfScopeCounts.get(term);
    const entry = [
      groupDocuments(counts.get(term) ?? new Map(), (own) => Math.min(countGroups - 1, Math.floor(Math.log2(own)))),
      packRecord(mergeExamples(term, byRarest.get(term) ?? [])),
      packRecord(bigrams.get(term) ?? new Map()),
    ] as const;
    entries.set(term, count === undefined ? entry : [...entry, Math.floor(Math.log2(count))]);
  }
  for (const [term, lifts] of measureLifts(parsed))
    entries.set(term, [groupDocuments(lifts, (lift) => Math.round(lift / liftStep) - 1), {}, {}]);
  for (const [key, words] of Map.groupBy(knownWords(parsed), ([word]) => wordKeys(word)[0] ?? ''))
    entries.set(key, [[], Object.fromEntries(words.map(([word, count]) => [word, [count]])), {}]);
  const byShard = Map.groupBy(
    [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ([term]) => shardOf(term),
  );
  return Array.from({ length: shardCount }, (_, shard) => Object.fromEntries(byShard.get(shard) ?? []));
}

function parseExamples(
  examples: readonly ExampleQuery[],
  documents: readonly Pick<SearchDocument, 'address'>[],
): readonly ParsedExample[] {
  const numberOf = new Map(documents.map(({ address }, at) => [address, at]));
  return examples.map(({ text, addresses }) => {
    const { terms, functionTerms } = parseQuery(text);
    return {
      words: terms.map(({ typed }) => typed),
      terms: new Set(terms.map(({ term }) => term)),
      functionTerms,
      documents: addresses.flatMap((address) => numberOf.get(address) ?? []),
    };
  });
}

function countTerms(found: readonly (readonly [terms: readonly string[], documents: readonly number[]])[]): Counts {
  const counts = new Map<string, Map<number, number>>();
  for (const [terms, documents] of found)
    for (const term of terms) {
      const own = counts.get(term) ?? new Map<number, number>();
      for (const at of documents) own.set(at, (own.get(at) ?? 0) + 1);
      counts.set(term, own);
    }
  return counts;
}

/** Words to correct spelling towards, with how many examples have them. */
function knownWords(examples: readonly ParsedExample[]): readonly (readonly [word: string, count: number])[] {
  const words = examples.flatMap((example) => example.words).filter((word) => /^\p{L}{4,}$/u.test(word));
  return [...Map.groupBy(words, (word) => word)]
    .map(([word, all]) => [word, all.length] as const)
    .filter(([, count]) => count >= minForSpelling);
}

function countOutOfScope(queries: readonly string[]): ReadonlyMap<string, number> {
  const terms = queries.flatMap((query) => parseQuery(query).terms.map(({ term }) => term));
  return new Map([...Map.groupBy(terms, (term) => term)].map(([term, all]) => [term, all.length]));
}

/** The term that the fewest documents are looked for with. */
function rarestOf(terms: ReadonlySet<string>, counts: Counts): string {
  return [...terms].reduce((rarest, term) => (sizeOf(term, counts) < sizeOf(rarest, counts) ? term : rarest));
}

const sizeOf = (term: string, counts: Counts) => counts.get(term)?.size ?? 0;

/** The documents of examples by the other terms that they have. */
function mergeExamples(term: string, examples: readonly KnownExample[]): ReadonlyMap<string, ReadonlySet<number>> {
  const merged = new Map<string, Set<number>>();
  for (const { terms, documents } of examples) {
    const others = [...terms]
      .filter((other) => other !== term)
      .toSorted()
      .join(' ');
    merged.set(others, (merged.get(others) ?? new Set()).union(new Set(documents)));
  }
  return merged;
}

/** Pairs of terms, as "event" and "loop", with their documents: by the rarer term and then by the other. */
function findBigrams(
  examples: readonly KnownExample[],
  counts: Counts,
): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>> {
  const found = new Map<string, Map<string, Set<number>>>();
  for (const { terms, documents } of examples) {
    const sorted = [...terms].toSorted((a, b) => sizeOf(a, counts) - sizeOf(b, counts) || (a < b ? -1 : 1));
    for (const [at, rarer] of sorted.entries())
      for (const other of sorted.slice(at + 1)) {
        const pairs = found.get(rarer) ?? new Map<string, Set<number>>();
        found.set(rarer, pairs.set(other, (pairs.get(other) ?? new Set()).union(new Set(documents))));
      }
  }
  return found;
}

/** For each function word, how much more often the examples for a document have it than is expected, in nats: close to 0 where there are few. */
function measureLifts(examples: readonly ParsedExample[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const counts = countTerms(examples.map(({ functionTerms, documents }) => [functionTerms, documents]));
  const totals = countTerms(examples.map(({ documents }) => [[''], documents])).get('') ?? new Map<number, number>();
  const all = sum(totals.values());
  const liftOf = (count: number, expected: number) => Math.log((count + 0.5 * expected + 0.2) / (1.5 * expected + 0.2));
  return new Map(
    [...counts]
      .filter(([, own]) => sum(own.values()) >= minForLift)
      .map(([term, own]) => {
        const share = sum(own.values()) / all;
        return [term, new Map([...own].map(([at, count]) => [at, liftOf(count, share * (totals.get(at) ?? 0))]))];
      }),
  );
}

/** Documents by the number of their group; those with one below 0 are left out. */
function groupDocuments(values: ReadonlyMap<number, number>, groupOf: (value: number) => number): readonly Steps[] {
  const groups = Map.groupBy(values.keys(), (at) => groupOf(values.get(at) ?? 0));
  return Array.from({ length: Math.max(-1, ...groups.keys()) + 1 }, (_, group) => toSteps(groups.get(group) ?? []));
}

function packRecord(found: ReadonlyMap<string, ReadonlySet<number>>): Readonly<Record<string, Steps>> {
  return Object.fromEntries([...found].map(([key, documents]) => [key, toSteps(documents)]));
}

function toSteps(documents: Iterable<number>): Steps {
  const sorted = [...documents].toSorted((a, b) => a - b);
  return sorted.map((at, index) => at - (sorted[index - 1] ?? 0));
}
