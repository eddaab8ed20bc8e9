import { editDistance } from '#lib/edit-distance.ts';
import { stem } from '#lib/text/stem.ts';
import { namesOf, wordsOf } from '#lib/text/text.ts';
import type { SearchDocument } from './document.ts';
import type { Correction, Query } from './query.ts';
import { type KnownWord, ShardReader } from './shards.ts';
import { termOf } from './shorthand.ts';

/** Words from this length on may have two mistakes. */
const longWord = 7;
/** The fewest letters of a word that is run together with another. */
const shortestPart = 2;
const weights = { title: 2, alias: 1, pair: 0.5 };
/** What makes a spelling less likely, in edits. */
const costs = { otherFirstLetter: 0.4, notLonger: 0.1, twoWords: 0.3, maxForWeight: 0.25, weightForMost: 50 };

/** Corrects spelling towards the words that pages are called by, and those of example queries. */
export class Spelling {
  /** Words as they may be typed, with how they are written and their weight in names. */
  readonly #words = new Map<string, { readonly written: string; weight: number }>();
  readonly #stems = new Set<string>();

  constructor(documents: readonly SearchDocument[]) {
    for (const { title, aliases, summary } of documents) {
      this.#addName(title, weights.title);
      for (const alias of aliases) this.#addName(alias, weights.alias);
      for (const word of wordsOf(summary)) this.#stems.add(stem(word));
    }
  }

  /** Corrections of the suspects that are in no example query either. */
  correct(query: Query, shards = new ShardReader()): readonly Correction[] {
    const wrong = this.suspects(query).filter((typed) => !shards.knows(termOf(typed)));
    return wrong.flatMap((typed) => {
      const used = nearest(typed, this.#words) ?? nearest(typed, shards.wordsLike(typed)) ?? this.#split(typed);
      return used === undefined ? [] : [{ typed, used }];
    });
  }

  /** The words that no page is called by; not the last one if a longer word begins with it. */
  suspects({ terms, beginning }: Query): readonly string[] {
    return terms.map(({ typed }) => typed).filter((typed) => !this.#isRight(typed, beginning));
  }

  /** Whether a name has a word that begins with these letters. */
  hasBeginning(letters: string): boolean {
    return this.#words.keys().some((word) => word.startsWith(letters));
  }

  #addName(name: string, weight: number): void {
    for (const word of new Set(namesOf(name))) {
      this.#add(word, word, weight);
      this.#stems.add(stem(word));
    }
    for (const [at, word] of wordsOf(name).entries()) {
      const next = wordsOf(name)[at + 1] ?? '';
      if (Math.min(word.length, next.length) >= shortestPart) this.#add(word + next, `${word} ${next}`, weights.pair);
    }
  }

  #add(typed: string, written: string, weight: number): void {
    const known = this.#words.get(typed);
    if (known) known.weight += weight;
    else this.#words.set(typed, { written, weight });
  }

  #isRight(typed: string, beginning: string | undefined): boolean {
    const isTooShort = typed.length < 3 || /^[^\p{L}]/u.test(typed);
    if (isTooShort || this.#stems.has(stem(typed))) return true;
    return typed === beginning && this.hasBeginning(typed) && !this.#words.has(typed);
  }

  /** Words that were run together: "djangoorm" as django orm, "completablefuturetask" as three. The fewest and longest. */
  #split(typed: string): string | undefined {
    for (let at = typed.length - shortestPart - 1; at > shortestPart; at -= 1) {
      const [start, rest] = [typed.slice(0, at), typed.slice(at)];
      if (this.#words.get(start)?.written !== start) continue;
      const end = this.#words.get(rest)?.written === rest ? rest : this.#split(rest);
      if (end !== undefined) return `${start} ${end}`;
    }
    return undefined;
  }
}

/** The word that was most likely meant. */
function nearest(typed: string, words: Iterable<KnownWord>): string | undefined {
  const maxEdits = typed.length < longWord ? 1 : 2;
  let best: { readonly written: string; readonly cost: number } | undefined;
  for (const [word, { written, weight }] of words) {
    if (!mayMean(typed, word)) continue;
    const distance = editDistance(typed, word, maxEdits);
    if (distance > maxEdits) continue;
    const cost =
      distance +
      (word[0] === typed[0] ? 0 : costs.otherFirstLetter) +
      (word.length > typed.length ? 0 : costs.notLonger) +
      (written === word ? 0 : costs.twoWords) -
      (costs.maxForWeight * Math.min(weight, costs.weightForMost)) / costs.weightForMost;
    if (!best || cost < best.cost) best = { written, cost };
  }
  return best?.written;
}

/** Whether a word is near enough in kind: digits have to be the same, and of three letters only a swap or a letter that fell out is safe to correct, as "ssl" is not "sql". */
function mayMean(typed: string, word: string): boolean {
  if (word.length < 3 || digitsOf(word) !== digitsOf(typed)) return false;
  if (typed.length > 3) return true;
  const isSwap = [...typed].toSorted().join('') === [...word].toSorted().join('');
  return isSwap || (word.length === 4 && word[0] === typed[0]);
}

const digitsOf = (word: string) => word.replaceAll(/\D/gu, '');
