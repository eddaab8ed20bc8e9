import { termsOf, wordsOf } from '#lib/text/text.ts';
import type { Piece } from './excerpt.ts';

/** The share of the words that stand in a passage, from 0 to 1: words that are near each other are about one thing. */
export function passageCoverage(pieces: readonly Piece[], words: readonly string[]): number {
  const hits = new Set(pieces.flatMap(({ text, isHit }) => (isHit ? termsOf(text) : [])));
  const found = words.filter((word) => termsOf(word).some((term) => hits.has(term)));
  return found.length / Math.max(1, words.length);
}

/** How many other words stand between the found ones where they are nearest to each other: 0 for a phrase. */
export function passageSpread(pieces: readonly Piece[], words: readonly string[]): number {
  const marks: { readonly word: string; readonly at: number }[] = [];
  let at = 0;
  for (const { text, isHit } of pieces) {
    const terms = isHit ? termsOf(text) : [];
    marks.push(
      ...words.filter((word) => termsOf(word).some((term) => terms.includes(term))).map((word) => ({ word, at })),
    );
    at += isHit ? 1 : wordsOf(text).length;
  }
  const found = new Set(marks.map(({ word }) => word));
  const spreads = marks.flatMap((first, index) => {
    const missing = new Set(found);
    const last = marks.slice(index).find(({ word }) => missing.delete(word) && missing.size === 0);
    return last ? [last.at - first.at + 1 - found.size] : [];
  });
  return Math.max(0, Math.min(...spreads));
}
