import { stem } from '#lib/text/stem.ts';
import type { FieldIndex } from './field-index.ts';
import type { Slot } from './rewrite.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a slot found. */
export interface SlotMatches {
  /** Documents with how well they have it: above 0, below 1. */
  readonly documents: ReadonlyMap<number, number>;
  /** The terms that it was found by. */
  readonly terms: ReadonlySet<string>;
  /** Those of what was typed, without synonyms and longer words. */
  readonly own: ReadonlySet<string>;
  /** How much having it tells, in nats: more for a rare word. */
  readonly information: number;
}

const similarWeight = 0.75;
const laterWeight = 0.85;
const beginningWeight = 0.8;
const mostBeginnings = 40;

/** The documents that have any of a slot's alternatives. */
export function matchSlot(slot: Slot, index: FieldIndex, site: Site): SlotMatches {
  const { vocabulary, count, isAlone } = site;
  const found = new Map<number, number>();
  const terms = new Set<string>();
  const take = (words: readonly string[], weight: number) => {
    const stems = words.map(stem);
    const matches = intersect(stems.map((term) => index.find(term)));
    for (const [at, score] of matches) found.set(at, Math.max(found.get(at) ?? 0, score * weight));
    if (matches.size > 0) for (const term of [...words, ...stems]) terms.add(term);
  };
  for (const [at, words] of slot.same.entries()) take(words, at === 0 ? 1 : laterWeight);
  const own = new Set(terms);
  for (const words of slot.similar) take(words, similarWeight);
  if (slot.isUnfinished)
    for (const word of vocabulary.beginningWith(slot.typed).slice(0, mostBeginnings)) take([word], beginningWeight);
  // A word of running text that names nothing is no reason to find nothing; alone, it may be the beginning of a name.
  const information = vocabulary.isPlain(slot.typed) && !isAlone ? 0 : informationOf(found.size, count);
  return { documents: found, terms, own, information };
}

/** What a slot is matched within. */
export interface Site {
  readonly vocabulary: Vocabulary;
  /** How many documents there are. */
  readonly count: number;
  /** Whether the query has no other slot. */
  readonly isAlone: boolean;
}

/** Inverse document frequency as BM25 has it. */
export function informationOf(found: number, count: number): number {
  return Math.log(1 + (count - found + 0.5) / (found + 0.5));
}

/** Documents that all the maps have, each with its lowest value. */
function intersect([first, ...others]: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, number> {
  if (others.length === 0) return first ?? new Map();
  const kept = [...(first ?? [])].filter(([at]) => others.every((other) => other.has(at)));
  return new Map(kept.map(([at, score]) => [at, Math.min(score, ...others.map((other) => other.get(at) ?? 0))]));
}
