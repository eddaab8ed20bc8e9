import type { RunError, RunResult } from '../runner/protocol.ts';
import { hasPassed, signatureOf, timeLimit } from '../runner/protocol.ts';
import type { Progress } from './load-engine.ts';

/** The state of a lab, as in its `data-state`. */
type LabState = 'ready' | 'loading' | 'running' | 'passed' | 'failed' | 'stopped';

export interface Status {
  readonly state: LabState;
  readonly text: string;
  /** The engine's own error message, shown below the text. */
  readonly raw?: string | undefined;
  /** The known mistake that it looks like. */
  readonly mistake?: string | undefined;
}

const engineNames = { js: 'the runner', sql: 'PostgreSQL', python: 'Python' } as const;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** `Loading PostgreSQL: 3.1 of 8.1 MB, this once.` */
export function loadingText(engine: keyof typeof engineNames, { loaded, total }: Progress): string {
  const size = total < 200_000 ? '' : `: ${megabytes(Math.min(loaded, total))} of ${megabytes(total)} MB, this once`;
  return `Loading ${engineNames[engine]}${size}…`;
}

/** `TypeError: x is not a function (main.js, line 3)`. */
function errorText({ message, file, line }: RunError): string {
  if (file === undefined) return message;
  return `${message} (${file}${line === undefined ? '' : `, line ${line}`})`;
}

/** How a run ended, for code without checks. */
export function endText({ ending, error, milliseconds }: RunResult): string {
  if (ending === 'stopped') return 'Stopped.';
  if (ending === 'time-limit') return `Ended after ${timeLimit / 1000} seconds. Is there a loop that never ends?`;
  if (ending === 'crashed')
    return error ? errorText(error) : 'The program crashed. It probably needed too much memory.';
  return error ? errorText(error) : `Done in ${Math.max(1, Math.round(milliseconds))} ms.`;
}

interface RunOfLab {
  /** How many checks the lab has. */
  readonly expected: number;
  /** The reader's code. */
  readonly code: string;
  /** Whether it is the first run of a code that the reader hasn't changed yet. */
  readonly isFirst: boolean;
  /** What known wrong solutions do, by the signature of their failure. */
  readonly mistakes: Readonly<Record<string, string>>;
}

/** How a run of a lab ended. */
export function endStatus(result: RunResult, { expected, code, isFirst, mistakes }: RunOfLab): Status {
  if (result.ending === 'stopped' || result.ending === 'time-limit') return { state: 'stopped', text: endText(result) };
  if (hasPassed(result, expected)) return { state: 'passed', text: 'Passed.' };
  const { error } = result;
  if (result.ending === 'crashed') return { state: 'failed', text: endText(result) };
  if (error) return { state: 'failed', text: explain(error, code), raw: errorText(error) };
  const passed = result.checks.filter((check) => check.passed).length;
  if (isFirst) return { state: 'failed', text: 'It runs. Now change it.' };
  const does = mistakes[signatureOf(result.checks)];
  const mistake = does && `This looks like code that ${does}`;
  return { state: 'failed', text: `${passed} of ${expected} checks passed.`, mistake };
}

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
  // Firefox and Safari word missing values differently.
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

/** Whether every bracket outside strings and comments has a partner. */
function hasPairs(code: string): boolean {
  const bare = code.replaceAll(/(['"`])(?:\\[\s\S]|(?!\1)[\s\S])*?\1|\/\*[\s\S]*?\*\/|(?:\/\/|#).*/gu, '');
  return ['()', '[]', '{}'].every(
    ([opening = '', closing = '']) => bare.split(opening).length === bare.split(closing).length,
  );
}
