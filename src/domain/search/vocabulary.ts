import { stem } from './stem.ts';

/** The words of the site: the measure of spelling. */
export class Vocabulary {
  /** Each word with how much it weighs; a word of titles weighs more than one of summaries. */
  readonly words = new Map<string, number>();
  readonly #stems = new Set<string>();

  /** Takes in the words of a text. */
  add(words: readonly string[], weight: number): void {
    for (const word of new Set(words)) {
      this.words.set(word, (this.words.get(word) ?? 0) + weight);
      this.#stems.add(stem(word));
    }
  }

  /** Whether the site has a word, in this form or another. */
  has(word: string): boolean {
    return this.#stems.has(stem(word));
  }

  /** Whether a word of the site begins with these letters. */
  hasBeginning(letters: string): boolean {
    for (const word of this.words.keys()) if (word.startsWith(letters)) return true;
    return false;
  }
}
