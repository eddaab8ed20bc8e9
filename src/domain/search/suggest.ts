import type { SearchDocument } from './document.ts';
import { keyOf } from './text.ts';

const mostSuggestions = 4;
const leastLikeness = 0.34;

/** Documents whose title or alias looks most like a query that found nothing. */
export function suggestDocuments(text: string, documents: readonly SearchDocument[]): SearchDocument[] {
  const typed = letterPairs(keyOf(text));
  if (typed.size === 0) return [];
  return documents
    .map((document) => ({
      document,
      likeness: Math.max(
        ...[document.title, ...document.aliases].map((name) => likeness(typed, letterPairs(keyOf(name)))),
      ),
    }))
    .filter(({ likeness: alike }) => alike >= leastLikeness)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, mostSuggestions)
    .map(({ document }) => document);
}

const letterPairs = (key: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)));

/** Dice's coefficient: 1 for the same pairs of letters, 0 for none in common. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * a.intersection(b).size) / (a.size + b.size || 1);
}
