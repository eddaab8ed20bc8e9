import { stem } from '#lib/text/stem.ts';
import { contentWords } from '#lib/text/stop-words.ts';
import { namesOf, wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import { sum } from './sum.ts';

/** The terms of what a document is called and of the questions that it answers, without the words of a question. */
export interface NameTerms {
  /** The title and each alias. */
  readonly names: readonly ReadonlySet<string>[];
  /** Each question. A word of the names counts a little as one of every question. */
  readonly asks: readonly ReadonlySet<string>[];
  /** The terms of all names together. */
  readonly own: ReadonlySet<string>;
}

/** What a slot of the query may be found by, and what having it tells. */
export interface Wanted {
  readonly terms: ReadonlySet<string>;
  readonly information: number;
}

/** How much the words of a name that nobody asked for count against it. */
const restWeight = 0.6;
/** How much a word of the names counts as one of a question. */
const ownWeight = 0.3;

/** The terms of a document's names and questions. */
export function nameTerms({ title, aliases, asks }: SearchDocument): NameTerms {
  const names = [title, ...aliases].map(contentTerms);
  return { names, asks: asks.map(contentTerms), own: new Set(names.flatMap((terms) => [...terms])) };
}

function contentTerms(name: string): ReadonlySet<string> {
  const words = wordsOf(name);
  const content = new Set(contentWords(words));
  return new Set(
    namesOf(name)
      .filter((word) => content.has(word) || !words.includes(word))
      .map(stem),
  );
}

/**
 * How much of a query and of one name or question are the same, by information: 1 when they say the same, 0 when nothing is shared.
 * @param informationOf what a term tells.
 */
export function nameFit(
  { names, asks, own }: NameTerms,
  wanted: readonly Wanted[],
  informationOf: (term: string) => number,
): number {
  const total = sum(wanted.map(({ information }) => information));
  if (total === 0) return 0;
  const likeness = (name: ReadonlySet<string>, also: ReadonlySet<string>) => {
    const isIn = (set: ReadonlySet<string>) => (slot: Wanted) => !set.isDisjointFrom(slot.terms);
    if (!wanted.some(isIn(name))) return 0;
    const share = (slot: Wanted) => (isIn(name)(slot) ? 1 : isIn(also)(slot) ? ownWeight : 0);
    const rest = [...name].filter((term) => !wanted.some(({ terms }) => terms.has(term)));
    const shared = sum(wanted.map((slot) => slot.information * share(slot)));
    return shared / (total + restWeight * sum(rest.map(informationOf)));
  };
  return Math.max(0, ...names.map((name) => likeness(name, new Set())), ...asks.map((ask) => likeness(ask, own)));
}

/** How many words the longest name has that was typed as a whole, as "load testing" in "how do i load test my api"; 0 for none. */
export function longestWholeName({ names }: NameTerms, typed: ReadonlySet<string>): number {
  return Math.max(0, ...names.filter((name) => name.isSubsetOf(typed)).map(({ size }) => size));
}
