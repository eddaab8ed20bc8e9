import { type Corpus, entriesOf } from '../corpus.ts';
import { stem } from './stem.ts';
import { wordsOf } from './text.ts';
import { commonShares } from './vocabulary.ts';

/** The stems that many pages have in their text, one text for each of `commonShares`. */
export function commonWords(corpus: Corpus): string[] {
  const counts = new Map<string, number>();
  const entries = entriesOf(corpus).filter(({ body }) => body.passages.length > 0);
  for (const { body } of entries) {
    const stems = new Set(body.passages.flatMap(({ text }) => wordsOf(text).map(stem)));
    for (const word of stems) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const texts = commonShares.map((): string[] => []);
  for (const [word, count] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const step = commonShares.findIndex((share) => count / entries.length >= share);
    if (word.length > 1 && !/\d/u.test(word)) texts[step]?.push(word);
  }
  return texts.map((words) => words.join(' '));
}
