import { stem } from './stem.ts';

/** Names whose signs matter, with every usual spelling of each; applied to titles and queries alike. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\b([cf])(?:\s?#|[\s-]?sharp\b)/gu, ' $1sharp '],
  [/\bc(?:\s?\+\+|[\s-]?plus[\s-]?plus\b|pp\b)/gu, ' cplusplus '],
  [/\basp[\s.-]*(?:dot)?[\s.-]*(?:net(?=\b|core)|ne?$)/gu, ' aspnet '],
  [/(?<![\p{L}\p{N}])\.net\b|\bdot[\s-]?net\b/gu, ' dotnet '],
  [/\bn(?:[\s-]?(?:\+|plus)[\s-]?(?:1|one)|[\s-]?1)\b/gu, ' nplus1 '],
  [/\b(?:1|one)\s?(?:\+|plus)\s?n\b/gu, ' nplus1 '],
  [/\bb[\s-]?(?:\+|plus)[\s-]*trees?\b/gu, ' bplustree '],
  [/\bb[\s-]?trees?\b/gu, ' btree '],
  [/\b(http|oauth)[\s/-]?v(?=\d)/gu, '$1 '],
  [/\b(log|sign)(?:ged|ed|ing)?[\s-](?:in|on)\b(?! (?:prod|production|json|files?)\b)/gu, ' $1in '],
  [/\b(log|sign)(?:ged|ed|ing)?[\s-](out|up)\b/gu, ' $1$2 '],
  [/\b(log|sign) (\p{L}+) out\b/gu, ' $1out $2 '],
  [/\blets?[\s-]?encrypt\b/gu, ' letsencrypt '],
  [/(?<![=!<>])={2,3}(?!=)/gu, ' equality '],
  [/\bk\s?\/\s?v\b/gu, ' key value '],
  [/\bnet\s?core\b/gu, ' dotnet core '],
  [/\bback(?:s|ed|ing)?[\s-]up\b/gu, ' backup '],
  [/\bgo(?:es)?(?= (?:wrong|down|live|through|back|away|bad|offline|viral)\b)/gu, ''],
  [/\bto-dos?\b|\bto do (?=apps?\b|lists?\b)/gu, ' todo '],
  [/\bo\s?\([^)]*\)/gu, ' big o '],
  [/\bi\s?\/\s?o\b/gu, ' io '],
  [/(\d)\.0+(?![\d.])/gu, '$1'],
  [/(?<=(?:^|\s)-[a-z]{3,})\d\w*/gu, ''],
  [/(?:\(\?[:=!<]|\)[+*]|-\w\][+*{]|\\[dsw][+*{])\S*/gu, ' regular expression '],
];

/** Matches every text that has one of the spellings above; all others skip the list. */
const hasSpelling =
  /[#+]|==|\b[ik]\s?\/|\bo\s?\(|net\s?core|\b(?:log|sign)|sharp|plus|cpp|\basp|net\b|to[\s-]do|\bgo\b|\bback|tree|n[\s-]?1|v\d|\d\.0|encrypt|-[a-z]+\d|\(\?|\)[+*]|\w\][+*{]|\\[dsw]/u;

const compound = /[\p{L}\p{N}]+(?:[./_-][\p{L}\p{N}]+)*/gu;
const simple = /\d+(?:\.\d+)+|[\p{L}\p{N}]+/gu;

/** Text in the one form that is compared: lower case, without accents and control characters, names with signs spelled out. */
export function foldText(text: string): string {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/(?<=\p{L})['’](?:s|ve|re|ll|d|m)\b|[\p{M}\p{Cf}'’]/gu, '')
    .replaceAll(/\p{C}/gu, ' ');
  return hasSpelling.test(plain)
    ? spellings.reduce((folded, [spelling, name]) => folded.replaceAll(spelling, name), plain)
    : plain;
}

/** The words of a text in order: "Node.js and OAuth 2.0" gives node, js, and, oauth, 2. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(simple) ?? [];
}

/** Words and compounds of a text: "Node.js" gives nodejs, node, js; "OAuth 2.0" gives oauth, 2, oauth2. */
export function namesOf(text: string): string[] {
  const words = (foldText(text).match(compound) ?? []).flatMap((chunk) => {
    const parts = chunk.match(simple) ?? [];
    return parts.length > 1 && parts.length < 4 ? [parts.join(''), ...parts] : parts;
  });
  const numbered = words.flatMap((word, at) =>
    /^\d/u.test(words[at + 1] ?? '') && /\p{L}$/u.test(word) ? [word + words[at + 1]] : [],
  );
  return [...words, ...numbered];
}

/** What a text is found by: its words and compounds, as they stand and as stems. */
export function termsOf(text: string): string[] {
  return namesOf(text).flatMap((word) => [...new Set([word, stem(word)])]);
}

/** A text without its blanks and signs: equal for "Node.js", "node js" and "NodeJS". */
export function keyOf(text: string): string {
  return wordsOf(text).map(stem).join('');
}

/** A run of signs on its own, as `->>` and `??`, or a word with the signs that it begins with, as `&str`, `%w` and `**kwargs`. */
const signs =
  /(?<![^\s(,"`])(?:[-=<>!?:&|@#%^*~+/$.]{2,4}|[?%*@^~|$<>=#](?=\s+\S))(?![^\s),"`'])|(?<![\p{L}\p{N}&*@$%#'.])(?:(?:[&@$%#]|\*{1,2})\p{L}+|'(?:[a-z]|static)\b(?!'))/gu;

/** The signs of a text that mean something in code: `->>`, `===`, `&str`. */
export function signsOf(text: string): string[] {
  return text.toLowerCase().match(signs) ?? [];
}
