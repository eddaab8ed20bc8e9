import { hashOf } from '../hash.ts';
import { informationOf } from './slot-matches.ts';
import { stem } from './stem.ts';
import { contentWords } from './stop-words.ts';
import { wordsOf } from './text.ts';

/**
 * One term of the word index: how many texts have it, then the texts that it tells most of, in lists from the least
 * telling to the most. Texts are numbers of documents, each as the step from the one before it in its list.
 */
export type PackedTerm = readonly [count: number, ...lists: (readonly number[])[]];

/** The terms of one file of the word index. */
export type WordFile = Readonly<Record<string, PackedTerm>>;

/** A document whose text has some of a query's words. */
export interface WordMatch {
  /** The number of the document. */
  readonly at: number;
  /** The share of what the words can tell, from 0 to 1. */
  readonly share: number;
}

/** A question loads a tenth of them; with more files, their headers would weigh as much as what they bring. */
export const wordFileCount = 64;
/** Of each text the terms that tell most of it; more find no more. */
const mostTerms = 150;
/** How finely the weight of a term in a text is kept. */
const levels = 4;
/** BM25: how fast a term that repeats stops telling more, and how much a long text counts against it. */
const saturation = 1.2;
const lengthShare = 0.6;

/** The file that a term stands in. */
export function wordFileOf(term: string): number {
  return hashOf(term) % wordFileCount;
}

/**
 * An index over whole texts, in files so small that a query loads only those of its words.
 * @param texts one for each document, in their order; empty where a document has none.
 */
export function packWordIndex(texts: readonly string[]): readonly WordFile[] {
  const counts = texts.map(countTerms);
  const found = new Map<string, number>();
  for (const term of counts.flatMap((terms) => [...terms.keys()])) found.set(term, (found.get(term) ?? 0) + 1);
  const lengths = counts.map((terms) => [...terms.values()].reduce((sum, count) => sum + count, 0));
  const usual = lengths.reduce((sum, length) => sum + length, 0) / (lengths.filter((length) => length > 0).length || 1);
  const lists = new Map<string, number[][]>();
  for (const [at, terms] of counts.entries()) {
    const slack = saturation * (1 - lengthShare + (lengthShare * (lengths[at] ?? 0)) / usual);
    const weighed = [...terms].map(([term, count]) => ({ term, weight: count / (count + slack) }));
    const tells = ({ term, weight }: { term: string; weight: number }) =>
      weight * informationOf(found.get(term) ?? 0, texts.length);
    const telling = weighed.toSorted((a, b) => tells(b) - tells(a) || (a.term < b.term ? -1 : 1)).slice(0, mostTerms);
    for (const { term, weight } of telling) {
      const ofTerm = lists.get(term) ?? Array.from({ length: levels }, () => []);
      ofTerm[Math.max(1, Math.round(weight * levels)) - 1]?.push(at);
      lists.set(term, ofTerm);
    }
  }
  const files = Array.from({ length: wordFileCount }, (): Record<string, PackedTerm> => ({}));
  for (const [term, ofTerm] of [...lists].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    Object.assign(files[wordFileOf(term)] ?? {}, { [term]: [found.get(term) ?? 0, ...ofTerm.map(toSteps)] });
  return files;
}

/**
 * The documents whose texts have most of what the words of a query tell, the best first.
 * @param terms stems, without stop words.
 * @param fileOf the file that a term stands in.
 * @param count how many documents there are.
 */
export function findByWords(
  terms: readonly string[],
  fileOf: (term: string) => WordFile,
  count: number,
): readonly WordMatch[] {
  const shares = new Map<number, number>();
  let total = 0;
  for (const term of new Set(terms)) {
    const file = fileOf(term);
    const [found, ...lists]: PackedTerm = (Object.hasOwn(file, term) && file[term]) || [0];
    const information = informationOf(found, count);
    total += information;
    for (const [level, steps] of lists.entries()) {
      let at = 0;
      for (const step of steps) {
        at += step;
        shares.set(at, (shares.get(at) ?? 0) + (information * (level + 1)) / levels);
      }
    }
  }
  return [...shares].map(([at, share]) => ({ at, share: share / total })).toSorted((a, b) => b.share - a.share);
}

/** The terms of a text without words of talk, each with how often it stands there. */
function countTerms(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of contentWords(wordsOf(text))) {
    const term = stem(word);
    if (term.length > 1) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

const toSteps = (places: readonly number[]) => places.map((place, index) => place - (places[index - 1] ?? 0));
