import { termsOf } from '#lib/text/text.ts';
import type { Piece } from './excerpt.ts';

/** Results are drawn at every key, mostly of the same words. */
const cache = new Map<string, readonly string[]>();
const mostCached = 5000;

/** A text in pieces, those marked that contain one of the terms by which it was found. */
export function markTerms(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: { text: string; isHit: boolean }[] = [];
  for (const [part] of text.matchAll(/(?:[\s(),;:!?"“”]|\.(?=\s|$))+|(?:[^\s(),;:!?"“”.]|\.(?!\s|$))+/gu)) {
    const isHit = knownTerms(part).some((term) => terms.has(term));
    const last = pieces.at(-1);
    if (last && last.isHit === isHit) last.text += part;
    else pieces.push({ text: part, isHit });
  }
  return pieces;
}

function knownTerms(part: string): readonly string[] {
  const known = cache.get(part);
  if (known) return known;
  if (cache.size > mostCached) cache.clear();
  const terms = termsOf(part);
  cache.set(part, terms);
  return terms;
}
