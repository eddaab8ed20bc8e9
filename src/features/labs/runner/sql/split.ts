/** One statement of a script. */
export interface Statement {
  /** Without the semicolon, from its first character that says something. */
  readonly text: string;
  /** Where it begins in the script; counts from 0. */
  readonly offset: number;
}

/** Strings, quoted names, dollar quotes, comments, words, and whatever else is one character. */
const token =
  /\b[eE]'(?:[^'\\]|''|\\[\s\S])*'|'(?:[^']|'')*'|"[^"]*"|\$(\w*)\$[\s\S]*?\$\1\$|--[^\n]*|\/\*[\s\S]*?\*\/|\s+|\w+|[\s\S]/gu;

/** Cuts a script where psql does: at semicolons outside quotes, comments and the bodies of SQL functions. */
export function splitStatements(script: string): Statement[] {
  const statements: Statement[] = [];
  let start: number | undefined;
  let end = 0;
  let depth = 0;
  let previous = '';
  const close = () => {
    if (start !== undefined) statements.push({ text: script.slice(start, end), offset: start });
    start = undefined;
    depth = 0;
  };
  for (const { 0: part, index } of script.matchAll(token)) {
    if (part === ';' && depth === 0) close();
    else if (!isSilent(part)) {
      start ??= index;
      end = index + part.length;
      depth = depthAfter(part.toLowerCase(), { previous, depth });
      previous = part.toLowerCase();
    }
  }
  close();
  return statements;
}

const isSilent = (part: string) => part.startsWith('--') || part.startsWith('/*') || part.trim() === '';

/** `BEGIN ATOMIC … END` holds statements of its own, and CASE in it has an END too. */
function depthAfter(word: string, { previous, depth }: { previous: string; depth: number }): number {
  if (word === 'atomic' && previous === 'begin') return depth + 1;
  if (depth > 0 && word === 'case') return depth + 1;
  return depth > 0 && word === 'end' ? depth - 1 : depth;
}

/** A script to search for words: without comments and the contents of strings, in lower case, with single spaces. */
export function wordsOf(script: string): string {
  return [...script.matchAll(token)]
    .map(([part]) => (isSilent(part) ? ' ' : part.startsWith("'") ? "''" : part.toLowerCase()))
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
