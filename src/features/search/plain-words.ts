import { type Corpus, entriesOf } from '#content/corpus.ts';
import { stem } from '#lib/text/stem.ts';
import { termsOf, wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';

/** A word is one of running text when at least so many of the pages have it. */
const leastShare = 0.03;

/**
 * The stems that many pages have in their text and no document of the jump tier has, with blanks between them.
 * They tell a question in everyday words from one about something that the site does not know.
 */
export function plainWords(corpus: Corpus, documents: readonly SearchDocument[]): string {
  const known = new Set(
    documents.flatMap(({ title, aliases, asks, summary }) => termsOf([title, ...aliases, ...asks, summary].join('\n'))),
  );
  const counts = new Map<string, number>();
  const bodies = entriesOf(corpus).flatMap(({ body }) => (body.passages.length > 0 ? [body] : []));
  for (const { passages } of bodies) {
    const stems = new Set(passages.flatMap(({ text }) => wordsOf(text)).map(stem));
    for (const word of stems) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([word, count]) => count >= bodies.length * leastShare && /^\p{L}{3,}$/u.test(word) && !known.has(word))
    .map(([word]) => word)
    .toSorted()
    .join(' ');
}
