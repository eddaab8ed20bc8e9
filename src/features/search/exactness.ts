import { stem } from '#lib/text/stem.ts';
import { contentWords } from '#lib/text/stop-words.ts';
import { keyOf, wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import type { Query } from './rewrite.ts';

/** The names of a document in the form that queries are compared in. */
export interface NameKeys {
  readonly title: string;
  readonly aliases: ReadonlySet<string>;
  /** Title and aliases without the words of a question: "What is a race condition?" as "race condition". */
  readonly content: ReadonlySet<string>;
}

/** How well a name has to fit to stand above every other result. */
export const exact = 2;

/** The keys of a document's names. */
export function nameKeys({ title, aliases }: SearchDocument): NameKeys {
  const contentKey = (name: string) => contentWords(wordsOf(name)).map(stem).join('');
  return {
    title: keyOf(title),
    aliases: new Set(aliases.map(keyOf)),
    content: new Set([title, ...aliases].map(contentKey)),
  };
}

/** Whether one part of a query is a whole name of a document, as "redis" in "redis ttl". */
export function isCalledByPart({ content }: NameKeys, { slots }: Pick<Query, 'slots'>): boolean {
  const isName = (words: readonly string[]) => content.has(words.map(stem).join(''));
  return slots.some(({ same, similar }) => same.some(isName) || similar.some(isName));
}

/** 4: the query is the title; 3: an alias; 2: either, but for the words of a question; 1: the title begins with it; 0: none. */
export function exactness(names: NameKeys, { keys }: Pick<Query, 'keys'>): number {
  const [whole = '', content = whole, meant = content] = keys;
  if (whole === '') return 0;
  if (names.title === whole) return 4;
  if (names.aliases.has(whole)) return 3;
  if (names.content.has(content) || names.content.has(meant)) return exact;
  return whole.length > 1 && names.title.startsWith(whole) ? 1 : 0;
}
