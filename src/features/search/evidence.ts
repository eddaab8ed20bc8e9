import { stem } from '#lib/text/stem.ts';
import type { SearchDocument } from './document.ts';
import type { FieldIndex } from './field-index.ts';
import type { Query, Slot } from './rewrite.ts';
import { kindTermsOf, talkOf, termOf } from './search-terms.ts';
import { informationOf } from './slot-matches.ts';
import { sum } from './sum.ts';
import { tells } from './tells.ts';
import type { KnownSearch, Searches } from './word-index.ts';

/** What searches say for a page as the answer to a query. */
export interface Evidence {
  /** How much of the query and of the likest search for the page are the same, by information: from 0 to 1. */
  readonly likeness: number;
  /** The likeness of all searches for it, squared and summed. */
  readonly support: number;
  /** How much the words of the query tell of the page among all pages that are searched for by them, in nats. */
  readonly words: number;
  /** How much more often than others its searches have the query's words of talk, in nats. */
  readonly talk: number;
}

export const noEvidence: Evidence = { likeness: 0, support: 0, words: 0, talk: 0 };

/** What the weight of a word in names counts as, in searches that have it. */
const searchesPerWeight = 0.35;
const similarWeight = 0.5;
/** What two words tell together beside what each tells. */
const pairWeight = 0.3;
/** What the kind of page that is asked for tells, in nats. */
const kindInformation = 2;
/** What a word of a search tells that the query lacks, in nats: which it is does not matter much. */
const restInformation = 4;

/** One thing that a search should have to be like the query. */
interface Wanted {
  /** Any of these: the stems of a few words that belong together. */
  readonly alternatives: readonly (readonly string[])[];
  readonly information: number;
}

/** Where a query is weighed. */
export interface Known {
  readonly index: FieldIndex;
  readonly searches: Searches;
  readonly documents: readonly SearchDocument[];
}

/** What the searches for all pages say about a query. */
export function weighEvidence(query: Query, known: Known): ReadonlyMap<SearchDocument, Evidence> {
  const evidence = new Map<number, Evidence>();
  const change = (at: number, by: (before: Evidence) => Partial<Evidence>) => {
    const before = evidence.get(at) ?? noEvidence;
    evidence.set(at, { ...before, ...by(before) });
  };
  const wanted = kindTermsOf(query.text).map(
    (term): Wanted => ({ alternatives: [[term]], information: kindInformation }),
  );
  for (const slot of query.slots) {
    const pages = pagesOfSlot(slot, known);
    for (const [at, words] of pages) change(at, (before) => ({ words: before.words + words }));
    const alternatives = [...slot.same, ...slot.similar].map((words) => words.map(termOf));
    wanted.push({ alternatives, information: informationOf(pages.size, known.documents.length) });
  }
  for (const places of pairsOfSlots(query.slots, known.searches))
    for (const at of places) change(at, (before) => ({ words: before.words + pairWeight * tells(1 / places.length) }));
  for (const talk of talkOf(query.text))
    for (const [at, lift] of known.searches.liftsOf(talk)) change(at, (before) => ({ talk: before.talk + lift }));
  for (const search of searchesLike(query, known.searches)) {
    const likeness = likenessOf(search, wanted);
    for (const at of search.places)
      change(at, (before) => ({
        likeness: Math.max(before.likeness, likeness),
        support: before.support + likeness ** 2,
      }));
  }
  return new Map([...evidence].flatMap(([at, each]) => (known.documents[at] ? [[known.documents[at], each]] : [])));
}

/** How much a slot tells of each page, by its best alternative. */
function pagesOfSlot(slot: Slot, known: Known): ReadonlyMap<number, number> {
  const pages = new Map<number, number>();
  const take = (words: readonly string[], weight: number) => {
    const sums = new Map<number, number>();
    for (const word of words)
      for (const [at, value] of pagesOfWord(word, known)) sums.set(at, (sums.get(at) ?? 0) + value);
    for (const [at, total] of sums) pages.set(at, Math.max(pages.get(at) ?? 0, (weight * total) / words.length));
  };
  for (const words of slot.same) take(words, 1);
  for (const words of slot.similar) take(words, similarWeight);
  return pages;
}

/** How much a word tells of each page: more where the page has a larger share of the searches and names with it. */
function pagesOfWord(word: string, { index, searches }: Known): ReadonlyMap<number, number> {
  const counts = new Map(searches.countsOf(termOf(word)));
  for (const [at, weight] of index.weightsOf(stem(word)))
    counts.set(at, (counts.get(at) ?? 0) + weight * searchesPerWeight);
  const all = sum(counts.values());
  return new Map([...counts].map(([at, count]) => [at, tells(count / all)]));
}

/** The pages of each two slots that tell more together. */
function pairsOfSlots(slots: readonly Slot[], { pairOf }: Searches): readonly (readonly number[])[] {
  const terms = slots.map(({ same }) => [...new Set(same.flat().map(termOf))]);
  return terms.flatMap((some, at) =>
    terms.slice(at + 1).flatMap((others) => some.flatMap((one) => others.map((other) => pairOf(one, other)))),
  );
}

/** The searches whose rarest term the query has. */
function searchesLike({ slots }: Query, searches: Searches): readonly KnownSearch[] {
  const terms = new Set(slots.flatMap(({ same }) => same.flat()).map(termOf));
  return [...terms].flatMap((term) => searches.knownBy(term));
}

/** The share of information that a search and a query have in common. */
function likenessOf({ terms }: KnownSearch, wanted: readonly Wanted[]): number {
  const matches = wanted.map(({ alternatives, information }) => ({
    information,
    words: alternatives.filter((words) => words.every((word) => terms.has(word))).flat(),
  }));
  const shared = sum(matches.map(({ words, information }) => (words.length > 0 ? information : 0)));
  const used = new Set(matches.flatMap(({ words }) => words));
  const total = sum(wanted.map(({ information }) => information));
  return total === 0 ? 0 : shared / (total + restInformation * (terms.size - used.size));
}
