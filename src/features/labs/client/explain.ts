import type { RunError } from '../runner/protocol.ts';

interface Explained {
  readonly pattern: RegExp;
  /** What follows "Line 4", from what the pattern found. */
  readonly say: (found: string) => string;
}

const unreadable = (what: string) => () => `can't be read: ${what}.`;
const unknownName = (name: string) => `uses "${name}", and nothing has that name.`;

/** The errors that beginners run into most, in JavaScript, Python and PostgreSQL. */
const known: readonly Explained[] = [
  { pattern: /unterminated (?:string|template|quoted|triple|f-string)/iu, say: unreadable('a quote is missing') },
  { pattern: /was never closed|unmatched|does not match opening/u, say: unreadable('a bracket is missing or extra') },
  { pattern: /expected ':'/u, say: unreadable('a colon is missing') },
  { pattern: /^(?:IndentationError|TabError)/u, say: unreadable('its indentation is off') },
  { pattern: /Identifier '(.+)' has already been declared/u, say: (name) => `declares "${name}" a second time.` },
  { pattern: /syntax error at or near "(.+)"/u, say: (word) => `can't be read at "${word}", or just before it.` },
  { pattern: /^SyntaxError/u, say: unreadable("something is missing or doesn't belong there") },
  // Firefox and Safari have words of their own for what is not there.
  { pattern: /^(?:Reference|Name)Error: (?:name ')?([\w$]+)'? is not defined/u, say: unknownName },
  { pattern: /^ReferenceError: Can't find variable: ([\w$]+)/u, say: unknownName },
  {
    pattern: /(?:\(reading '|can't access property "|is not an object \(evaluating '.*\.)([^'"]+)/u,
    say: (name) => `reads "${name}" of something that isn't there.`,
  },
  { pattern: /^TypeError: (\S+) is not a function/u, say: (name) => `calls "${name}", which is not a function.` },
  { pattern: /(?:relation|column) "(.+)" does not exist/u, say: (name) => `names "${name}", which doesn't exist.` },
];

/** An error as one sentence that tells a beginner where to look; `code` is what the reader wrote. */
export function explain({ message, line }: RunError, code: string): string {
  const where = line === undefined ? 'The program' : `Line ${line}`;
  const error = known.find(({ pattern }) => pattern.test(message));
  if (!error) return line === undefined ? 'The program stopped with an error.' : `The program stopped at line ${line}.`;
  const isBracket = /^SyntaxError: (?:Unexpected token|invalid syntax)/u.test(message) && !hasPairs(code);
  if (isBracket) return `${where} can't be read: a bracket is missing or extra.`;
  return `${where} ${error.say(error.pattern.exec(message)?.[1] ?? '')}`;
}

/** Whether every bracket outside of texts and comments has its partner. */
function hasPairs(code: string): boolean {
  const bare = code.replaceAll(/(['"`])(?:\\[\s\S]|(?!\1)[\s\S])*?\1|\/\*[\s\S]*?\*\/|(?:\/\/|#).*/gu, '');
  return ['()', '[]', '{}'].every(
    ([opening = '', closing = '']) => bare.split(opening).length === bare.split(closing).length,
  );
}
