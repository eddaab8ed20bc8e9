import type { Piece } from './excerpt.ts';
import { termsOf } from './text.ts';

/** The share of the words that stand in a passage, from 0 to 1: words that are near each other are about one thing. */
export function passageCoverage(pieces: readonly Piece[], words: readonly string[]): number {
  const hits = new Set(pieces.flatMap(({ text, isHit }) => (isHit ? termsOf(text) : [])));
  const found = words.filter((word) => termsOf(word).some((term) => hits.has(term)));
  return found.length / Math.max(1, words.length);
}
