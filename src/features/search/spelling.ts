import { editDistance } from '#lib/edit-distance.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Up to three words of the site that a misspelt word may mean, the likeliest first. A word that names nothing is offered
 * only for a long one: short words of everyday speech have too many neighbors.
 * @param isUnfinished whether more letters may follow, so that the beginning of a longer word counts too.
 */
export function nearestWords(typed: string, vocabulary: KnownWords, isUnfinished = false): string[] {
  const most = typed.length < 3 ? 0 : typed.length < farLength ? 1 : 2;
  if (most === 0 || /^\d+$/u.test(typed)) return [];
  const letters = new Set(typed);
  const found: { readonly word: string; readonly cost: number }[] = [];
  for (const [word, weight] of vocabulary.words) {
    if (missingLetters(letters, word) > most || !isOffered(word, typed, vocabulary)) continue;
    const cost = costOf(typed, word, { most, isUnfinished });
    if (Math.floor(cost) <= most)
      found.push({ word, cost: cost + (word[0] === typed[0] ? 0 : 0.4) - Math.min(weight, 50) / 200 });
  }
  const best = found.toSorted((a, b) => a.cost - b.cost || a.word.localeCompare(b.word));
  return best
    .filter(({ cost }) => cost < (best[0]?.cost ?? 0) + 0.5)
    .map(({ word }) => word)
    .slice(0, 3);
}

/** What is known of the site's words. */
type KnownWords = Pick<Vocabulary, 'words' | 'isName'>;

/** Words from this length on may have two mistakes. */
const farLength = 9;
/** Words from this length on may be meant although they name nothing. */
const plainLength = 7;

function isOffered(word: string, typed: string, vocabulary: KnownWords): boolean {
  const isFirstRight = word[0] === typed[0] || word[0] === typed[1] || word[1] === typed[0];
  return vocabulary.isName(word) ? isFirstRight || typed.length >= 5 : isFirstRight && typed.length >= plainLength;
}

/** A cheap lower bound of the edits: letters that the other word does not have at all. */
function missingLetters(letters: ReadonlySet<string>, word: string): number {
  let missing = 0;
  for (const letter of letters) if (!word.includes(letter)) missing += 1;
  return missing;
}

function costOf(typed: string, word: string, { most, isUnfinished }: { most: number; isUnfinished: boolean }): number {
  if (word.length < 3 || /\d/u.test(word) !== /\d/u.test(typed)) return most + 1;
  if (typed.length === 3 && !isSafeInThree(typed, word)) return most + 1;
  const whole = editDistance(typed, word, most);
  if (whole <= most || !isUnfinished || typed.length < 5 || word.length <= typed.length) return whole;
  const beginnings = [-1, 0, 1].map((more) => word.slice(0, typed.length + more));
  return Math.min(...beginnings.map((beginning) => editDistance(typed, beginning, most))) + 0.3;
}

/** In three letters, only a swap or a letter that fell out is safe to mend: "ssl" is not "sql". */
function isSafeInThree(typed: string, word: string): boolean {
  const isSwap = [...typed].toSorted().join('') === [...word].toSorted().join('');
  const isShortened = word.length === 4 && word[0] === typed[0];
  return isSwap || isShortened;
}
