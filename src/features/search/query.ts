import { contentWords, withoutRoleWords } from '#lib/text/stop-words.ts';
import { keyOf, signsOf, wordsOf } from '#lib/text/text.ts';
import { termOf } from './shorthand.ts';

/** Longer queries are cut: no one types them, and everything that follows stays fast. */
const longest = 300;
const maxTerms = 14;

/** A word of a query that carries its meaning, or a sign such as `->>`. */
interface QueryTerm {
  readonly typed: string;
  /** What the indexes know it by. */
  readonly term: string;
}

/** A misspelled word and what it may mean: a word, or two that were run together. */
export interface Correction {
  readonly typed: string;
  readonly used: string;
}

/** What was typed, taken apart. */
export interface Query {
  readonly text: string;
  readonly terms: readonly QueryTerm[];
  /** The other words, such as "how" and "why". */
  readonly functionTerms: readonly string[];
  /** The text without blanks and signs, and the same without function words: for comparison with names. */
  readonly keys: { readonly whole: string; readonly content: string };
  /** What a longer word may begin with; undefined when a blank follows. */
  readonly beginning: string | undefined;
  readonly corrections: readonly Correction[];
}

/** Takes a query apart, with corrections in the place of what was typed. Example queries are taken apart in the same way when the index is built. */
export function parseQuery(typed: string, corrections: readonly Correction[] = []): Query {
  const used = new Map(corrections.map((correction) => [correction.typed, correction.used]));
  const text = typed.slice(0, longest).replaceAll(/[\p{L}\p{N}]+/gu, (word) => used.get(word.toLowerCase()) ?? word);
  const words = wordsOf(text);
  const content = withoutRoleWords(contentWords(words));
  const matter = [...new Set([...signsOf(text), ...content])].slice(0, maxTerms);
  const last = content.at(-1);
  return {
    text,
    terms: matter.map((word) => ({ typed: word, term: termOf(word) })),
    functionTerms: functionTermsOf(words, new Set(content)),
    keys: { whole: keyOf(text), content: contentKey(content) },
    beginning: /\s$/u.test(text) || last !== words.at(-1) ? undefined : last,
    corrections,
  };
}

/** Words that carry meaning, as one key: equal for "what is a race condition" and "race conditions". */
export function contentKey(content: readonly string[]): string {
  return [...new Set(content)].map(termOf).join('');
}

/** Function words as terms that differ from every word. The one that opens the query counts twice, as itself and as an opening: "how" asks for other pages than "what". */
function functionTermsOf(words: readonly string[], content: ReadonlySet<string>): readonly string[] {
  const terms = words.filter((word) => !content.has(word)).map((word) => `~${word}`);
  const opening = terms[0] === `~${words[0]}` ? [`~${terms[0]}`] : [];
  return [...new Set([...opening, ...terms])];
}
