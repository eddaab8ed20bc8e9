import { stem } from '#lib/text/stem.ts';
import { contentWords } from '#lib/text/stop-words.ts';
import { wordsOf } from '#lib/text/text.ts';
import { intentOf } from './intent.ts';
import type { Query } from './rewrite.ts';
import { longForm } from './synonyms.ts';

/** The terms of a search: those of its words, and of the kinds of pages that it asks for. */
export function termsOfSearch(search: string): readonly string[] {
  return [...contentWords(wordsOf(search)).map(termOf), ...kindTermsOf(search)];
}

/**
 * The words of a search that are no matter, and the one of them that it opens with: "how" is asked of other pages than
 * "what". No word is written so.
 */
export function talkOf(search: string): readonly string[] {
  const words = wordsOf(search);
  const matter = new Set(contentWords(words));
  const talk = words.filter((word) => !matter.has(word)).map((word) => `~${word}`);
  const opening = talk[0] === `~${words[0]}` ? [`~${talk[0]}`] : [];
  return [...new Set([...opening, ...talk])];
}

/** The term that searches know a word by. */
export function termOf(word: string): string {
  return stem(longForm(word));
}

/** A term for each kind of page that a text asks for, as "java interview" asks for questions. No word is one. */
export function kindTermsOf(text: string): readonly string[] {
  return [...intentOf(text).keys()].map((kind) => `?${kind.toLowerCase()}`);
}

/** Whether a term is one of kinds. */
export const isKindTerm = (term: string): boolean => term.startsWith('?');

/** The terms of a query that the word index may know: of the words as they were typed, and as they were corrected. */
export function wordTermsOf({ text, slots }: Pick<Query, 'text' | 'slots'>): readonly string[] {
  const words = slots.flatMap(({ typed, same }) => [...wordsOf(typed), ...same.flat()]);
  return [...new Set([...words.map(termOf), ...talkOf(text)])];
}
