import { stem } from './stem.ts';

/** Shares of the pages, by which words of running text are told apart. */
export const commonShares = [0.4, 0.2, 0.1, 0.05] as const;

/** How much a word of a title or an alias weighs at least. */
export const nameWeight = 6;

/** The words of the site: the measure of spelling, and of what a word tells. */
export class Vocabulary {
  /** Each word with how much it weighs; a word of titles weighs more than one of summaries. */
  readonly words = new Map<string, number>();
  readonly #stems = new Set<string>();
  readonly #names = new Set<string>();
  readonly #most = new Map<string, number>();

  /** @param common the stems that many pages have in their text, one text for each of `commonShares`. */
  constructor(common: readonly string[] = []) {
    for (const [at, stems] of common.entries()) {
      for (const word of stems.split(' ')) this.#most.set(word, -Math.log(commonShares[at] ?? 1));
    }
  }

  /** Takes in the words of a text. */
  add(words: readonly string[], weight: number): void {
    for (const word of new Set(words)) {
      this.words.set(word, (this.words.get(word) ?? 0) + weight);
      this.#stems.add(stem(word));
      if (weight >= nameWeight) this.#names.add(stem(word));
    }
  }

  /** Whether the site names something by a word, in this form or another. */
  has(word: string): boolean {
    return this.#stems.has(stem(word));
  }

  /** Whether a title or an alias has a word, in this form or another. */
  isName(word: string): boolean {
    return this.#names.has(stem(word));
  }

  /** The most that a word can tell, in nats: little when many pages have it in their text, and without bound otherwise. */
  mostInformation(word: string): number {
    return this.isName(word) ? Number.POSITIVE_INFINITY : (this.#most.get(stem(word)) ?? Number.POSITIVE_INFINITY);
  }

  /** The words of the site that begin with these letters, the weightiest first. */
  beginningWith(letters: string): string[] {
    return [...this.words]
      .filter(([word]) => word.startsWith(letters))
      .toSorted(([, a], [, b]) => b - a)
      .map(([word]) => word);
  }
}
