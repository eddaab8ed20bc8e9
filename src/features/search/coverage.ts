import type { Query, Slot } from './rewrite.ts';
import type { SlotMatches } from './slot-matches.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How well a document has what a query says. Shares of the query's information, from 0 to 1. */
export interface Cover {
  readonly score: number;
  /** The share that the document has at all. */
  readonly coverage: number;
  /** The same, with less for words that had to be corrected. */
  readonly trust: number;
  /** How many of the query's words, names and phrases it has. */
  readonly count: number;
}

/** As much as everything, but for the rounding of sums. */
export const fullCoverage = 0.999;

/** How much a corrected word is to be trusted: it may as well be a right one of a foreign subject. */
const correctedTrust = 0.8;

/** What each document has of a query; documents without any of it are left out. */
export function coverSlots(query: Query, matches: readonly SlotMatches[]): ReadonlyMap<number, Cover> {
  const total = matches.reduce((sum, { information }) => sum + information, 0) || 1;
  const covers = new Map<number, Cover>();
  for (const [at, { documents, information }] of matches.entries()) {
    const isCorrected = query.corrections.some(({ typed }) => typed === query.slots[at]?.typed);
    const share = information / total;
    for (const [document, score] of documents) {
      const before = covers.get(document) ?? { score: 0, coverage: 0, trust: 0, count: 0 };
      covers.set(document, {
        score: before.score + score * share,
        coverage: before.coverage + share,
        trust: before.trust + share * (isCorrected ? correctedTrust : 1),
        count: before.count + 1,
      });
    }
  }
  return covers;
}

/** As much is enough when a document has several of the words together. */
const leastTogether = 0.5;

/** Whether a document has enough of a query to count, when it must have `least` of it. */
export function isEnough({ trust, count }: Cover, least: number): boolean {
  return trust >= least || (count > 1 && trust >= leastTogether);
}

/**
 * How much of a query a document must have to count. A question in everyday words has much that no title says;
 * few words that the site names one by one may be spread over pages; of few words that it does not name,
 * half are not enough: that is a subject the site does not have.
 */
export function leastCoverage({ slots, corrections, isQuestion }: Query, vocabulary: Vocabulary): number {
  if (isQuestion) return 0.3;
  const isNamed = ({ same, similar }: Slot) =>
    similar.length > 0 || same.some((words) => words.every((word) => vocabulary.isName(word)));
  return corrections.length === 0 && slots.every(isNamed) ? Math.min(0.4, 0.75 / slots.length) : 0.55;
}
