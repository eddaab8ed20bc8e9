import { hashOf } from '../hash.ts';
import type { SearchDocument } from './document.ts';
import { textsOf } from './field-index.ts';
import type { Query } from './rewrite.ts';
import { stem } from './stem.ts';
import { contentWords } from './stop-words.ts';
import { namesOf, wordsOf } from './text.ts';

/** Terms with the documents that are searched for by them: numbers of documents, each as the step from the one before it. */
export type WordFile = Readonly<Record<string, readonly number[]>>;

/** The numbers of the documents that are searched for by a term, none where that is not known. */
export type SearchedBy = (term: string) => readonly number[];

/** With more files, their headers would weigh as much as what they bring. */
export const wordFileCount = 64;

/** The file that a term stands in. */
export function wordFileOf(term: string): number {
  return hashOf(term) % wordFileCount;
}

/**
 * An index over what people type who need each page, in files so small that a query loads only those of its words.
 * What the jump tier knows of a page by itself is left out.
 * @param searches some queries for each document, in their order.
 */
export function packWordIndex(
  documents: readonly SearchDocument[],
  searches: readonly (readonly string[])[],
): readonly WordFile[] {
  const lists = new Map<string, number[]>();
  for (const [at, document] of documents.entries()) {
    const terms = new Set((searches[at] ?? []).flatMap(termsOfSearch));
    for (const term of terms.difference(ownTerms(document))) lists.set(term, [...(lists.get(term) ?? []), at]);
  }
  const files = Array.from({ length: wordFileCount }, (): Record<string, readonly number[]> => ({}));
  for (const [term, places] of [...lists].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    Object.assign(files[wordFileOf(term)] ?? {}, { [term]: toSteps(places) });
  return files;
}

/** What the jump tier knows of a page by itself. */
export function ownTerms(document: SearchDocument): ReadonlySet<string> {
  return new Set(Object.values(textsOf(document)).flatMap(namesOf).map(stem));
}

/** The terms of one of a page's searches. */
export function termsOfSearch(search: string): readonly string[] {
  return contentWords(wordsOf(search)).map(stem);
}

/** The terms of a query that the word index may know: of the words as they were typed, and as they were corrected. */
export function wordTermsOf({ slots }: Pick<Query, 'slots'>): readonly string[] {
  const words = slots.flatMap(({ typed, same }) => [...wordsOf(typed), ...same.flat()]);
  return [...new Set(words.map(stem))];
}

/** Looks terms up in the files that were loaded. */
export function lookUp(files: ReadonlyMap<number, WordFile>): SearchedBy {
  return (term) => {
    const file = files.get(wordFileOf(term)) ?? {};
    return Object.hasOwn(file, term) ? toPlaces(file[term] ?? []) : [];
  };
}

function toPlaces(steps: readonly number[]): readonly number[] {
  let at = 0;
  return steps.map((step) => {
    at += step;
    return at;
  });
}

const toSteps = (places: readonly number[]) => places.map((place, index) => place - (places[index - 1] ?? 0));
