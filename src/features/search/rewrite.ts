import { stem } from '#lib/text/stem.ts';
import { contentWords, withoutRoleWords } from '#lib/text/stop-words.ts';
import { keyOf, wordsOf } from '#lib/text/text.ts';
import { nearestWords } from './spelling.ts';
import { synonymsOf } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

const mostSlots = 12;
/** A query of so many words is a question. */
const fewestOfQuestion = 5;

/** From so many letters on, a word may be the beginning of a name. */
const fewestOfBeginning = 5;

/** Two names stay two where their joined form weighs less than this beside them: "node postgres" is not a package of that name. */
const leastOfJoined = 1 / 8;

/** No word has three times the same letter, though two joined ones may: "expresss" does not begin "express.static". */
const threeAlike = /(\p{L})\1\1/u;

/** Longer queries are cut: nobody types them, and everything below stays fast. */
const longest = 300;

/** One thing that a result should have: any of the alternatives, each a few words that belong together. */
export interface Slot {
  /** What the reader typed. */
  readonly typed: string;
  /** The typed words, joined or corrected: of full weight. */
  readonly same: readonly (readonly string[])[];
  /** Synonyms: of lower weight. */
  readonly similar: readonly (readonly string[])[];
  /** Whether longer words that begin so count as well. */
  readonly isUnfinished: boolean;
}

/** What a reader means by a query. */
export interface Query {
  readonly text: string;
  /** Keys of the whole text, and of its content words. */
  readonly keys: readonly string[];
  readonly slots: readonly Slot[];
  /** Whether the site names none of its several words, so that a page with all of them only mentions a foreign subject. */
  readonly isForeign: boolean;
  /** Whether it is so long that it tells more in talk than in names. */
  readonly isQuestion: boolean;
  /** Misspelt words with what was searched in their place. */
  readonly corrections: readonly { readonly typed: string; readonly used: string }[];
}

/**
 * Turns typed text into slots, with the words of the site as the measure of spelling.
 * @param isSure says which words to take as they are; all of them for "search instead for …".
 */
export function rewriteQuery(
  typed: string,
  vocabulary: Vocabulary,
  isSure: (word: string) => boolean = () => false,
): Query {
  const text = typed.slice(0, longest);
  const words = wordsOf(text);
  const content = [...new Set(withoutRoleWords(contentWords(words)))].slice(0, mostSlots);
  const isUnfinished = !/\s$/u.test(text) && content.at(-1) === words.at(-1);
  const slots: Slot[] = [];
  const corrections: { typed: string; used: string }[] = [];
  for (let at = 0; at < content.length; at += 1) {
    const word = content[at] ?? '';
    const pair = word + (content[at + 1] ?? '');
    const isPair = pair !== word && isOneName(word, content[at + 1] ?? '', vocabulary);
    const isLast = at + (isPair ? 2 : 1) >= content.length;
    const slot = isPair
      ? toPairSlot(pair, [word, content[at + 1] ?? ''])
      : toSlot(word, vocabulary, { isSure: isSure(word), isUnfinished: isLast && isUnfinished });
    slots.push({ ...slot, isUnfinished: isLast && isUnfinished });
    const used = slot.same[0]?.join(' ');
    if (used !== undefined && used !== word && !isPair) corrections.push({ typed: word, used });
    if (isPair) at += 1;
  }
  const meant = slots.map(({ same }) => (same[0] ?? []).map(stem).join('')).join('');
  return {
    text,
    keys: [keyOf(text), content.map(stem).join(''), meant],
    slots,
    isForeign: slots.length > 1 && !slots.some((slot) => isKnown(slot, vocabulary)),
    isQuestion: words.length >= fewestOfQuestion,
    corrections,
  };
}

const isKnown = ({ same, similar }: Slot, vocabulary: Vocabulary) =>
  similar.length > 0 || same.flat().some((word) => vocabulary.has(word) || vocabulary.isPlain(word));

/** Whether the site writes two words as one; letters that begin the next word do not make one, as "system des" is no "systemd". */
function isOneName(first: string, second: string, vocabulary: Vocabulary): boolean {
  const pair = first + second;
  const isWhole = second.length > 1 || /\d/u.test(second) || pair.length === 2;
  const isForm = second.length > 2 && stem(pair) === first + stem(second);
  const weightOf = (word: string) => vocabulary.words.get(word) ?? 0;
  const isWritten = vocabulary.words.has(pair);
  if (isWritten && weightOf(pair) < leastOfJoined * Math.min(weightOf(first), weightOf(second))) return false;
  return (isWhole && isWritten) || (isForm && vocabulary.has(pair));
}

function toPairSlot(pair: string, parts: readonly string[]): Omit<Slot, 'isUnfinished'> {
  return {
    typed: parts.join(' '),
    same: [[pair], parts],
    similar: synonymsOf(pair),
  };
}

interface Spelling {
  readonly isSure: boolean;
  readonly isUnfinished: boolean;
}

function toSlot(word: string, vocabulary: Vocabulary, { isSure, isUnfinished }: Spelling): Omit<Slot, 'isUnfinished'> {
  const similar = synonymsOf(word);
  const mayGoOn = isUnfinished && !threeAlike.test(word);
  const isRight =
    isSure ||
    similar.length > 0 ||
    vocabulary.has(word) ||
    vocabulary.isPlain(word) ||
    (mayGoOn && vocabulary.beginningWith(word).length > 0);
  if (isRight) return { typed: word, same: [[word]], similar };
  const nearest = nearestWords(word, vocabulary, mayGoOn);
  const meant = nearest.length > 0 ? nearest : namesFrom(word, vocabulary);
  if (meant.length > 0)
    return { typed: word, same: meant.map((name) => [name]), similar: synonymsOf(meant[0] ?? word) };
  const parts = splitWord(word, vocabulary) ?? [word];
  return { typed: word, same: [parts], similar: parts.length > 1 ? parts.map((part) => [part]) : [] };
}

/** "hikari" as hikaricp: the weightiest name that begins with a word which the site does not have, if there is one. */
function namesFrom(word: string, vocabulary: Vocabulary): string[] {
  if (word.length < fewestOfBeginning) return [];
  return vocabulary
    .beginningWith(word)
    .filter((name) => vocabulary.isName(name))
    .slice(0, 1);
}

/** "ratelimiting" as rate, limiting. */
function splitWord(word: string, vocabulary: Vocabulary): string[] | undefined {
  for (let at = 3; at <= word.length - 3; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    if (parts.every((part) => vocabulary.isName(part))) return parts;
  }
  return undefined;
}
