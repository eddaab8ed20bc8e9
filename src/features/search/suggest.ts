import { keyOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';

const mostSuggestions = 4;
const leastLikeness = 0.34;

/**
 * What to offer for a query that found nothing: documents whose title or alias looks most like it.
 * @param near documents with some of its words, offered after those.
 */
export function suggestDocuments(
  text: string,
  documents: readonly SearchDocument[],
  near: readonly SearchDocument[] = [],
): SearchDocument[] {
  const typed = letterPairs(keyOf(text));
  if (typed.size === 0) return [];
  const alike = documents
    .map((document) => ({
      document,
      likeness: Math.max(
        ...[document.title, ...document.aliases].map((name) => likeness(typed, letterPairs(keyOf(name)))),
      ),
    }))
    .filter(({ likeness: share }) => share >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
    .map(({ document }) => document);
  return [...new Set([...alike, ...near])].slice(0, mostSuggestions);
}

const letterPairs = (key: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)));

/** Dice's coefficient: 1 for the same pairs of letters, 0 for none in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * a.intersection(b).size) / (a.size + b.size || 1);
}
