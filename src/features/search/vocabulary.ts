import { stem } from '#lib/text/stem.ts';

/** How much a word of a title or an alias weighs at least. */
const nameWeight = 6;

/** The words of the site: the measure of spelling. */
export class Vocabulary {
  /** Each word with how much it weighs; a word of titles weighs more than one of summaries. */
  readonly words = new Map<string, number>();
  readonly #stems = new Set<string>();
  readonly #names = new Set<string>();
  readonly #plain: ReadonlySet<string>;

  /** @param plain stems of running text, with blanks between them, as `plainWords` gives them. */
  constructor(plain = '') {
    this.#plain = new Set(plain.split(' '));
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

  /** Whether many pages have a word in their text that names nothing. */
  isPlain(word: string): boolean {
    return !this.has(word) && this.#plain.has(stem(word));
  }

  /** The words of the site that begin with these letters, the weightiest first. */
  beginningWith(letters: string): string[] {
    return [...this.words]
      .filter(([word]) => word.startsWith(letters))
      .toSorted(([, a], [, b]) => b - a)
      .map(([word]) => word);
  }
}
