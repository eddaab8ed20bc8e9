import { inspect } from 'node-inspect-extracted';
import { short } from '../allowance.ts';
import type { RunError } from '../protocol.ts';
import { ModuleError } from './modules.ts';

/** Says what was thrown and where in the reader's files, whatever it is. */
export function toRunError(thrown: unknown, fileOf: ReadonlyMap<string, string>): RunError {
  if (thrown instanceof ModuleError) return thrown.error;
  try {
    return { message: short(describe(thrown)), ...placeOf(thrown, fileOf) };
  } catch {
    // A thrown object can refuse everything: to be a text, or to say its message.
    return { message: 'Uncaught: something that cannot be shown' };
  }
}

function describe(thrown: unknown, depth = 0): string {
  if (!isErrorLike(thrown)) return `Uncaught: ${inspect(thrown)}`;
  const hasCause = thrown.cause !== undefined && depth < 5;
  return `${thrown.name}: ${thrown.message}${hasCause ? ` (because of ${describe(thrown.cause, depth + 1)})` : ''}`;
}

/** The innermost line of the stack that is in one of the files. Safari and Firefox write `name@address:3:5`. */
function placeOf(thrown: unknown, fileOf: ReadonlyMap<string, string>): Pick<RunError, 'file' | 'line' | 'column'> {
  if (!isErrorLike(thrown) || typeof thrown.stack !== 'string') return {};
  for (const frame of thrown.stack.split('\n')) {
    for (const [address, file] of fileOf) {
      const at = frame.indexOf(`${address}:`);
      const [, line, column] = /^:(\d+):(\d+)/u.exec(at < 0 ? '' : frame.slice(at + address.length)) ?? [];
      if (line !== undefined) return { file, line: Number(line), column: Number(column) };
    }
  }
  return {};
}

/** An error of another realm is no instance of this one's Error. */
function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown;
}

/** For an error that the reader's code runs into during a check. */
export function ownErrorText({ message, file, line }: RunError): string {
  const [, kind, text] = /^(\w*Error): ([\s\S]+)$/u.exec(message) ?? [];
  const place = file === undefined ? '' : ` at line ${line} of ${file}`;
  return `Your code stopped${place}: ${kind === undefined ? message : `${text} (${kind})`}`;
}

/** For an error in a check itself, which what the program gave it has caused. */
export function checkErrorText({ message }: RunError): string {
  const [, missing] = /\bmodule\.(\w+) is not a (?:function|constructor)/u.exec(message) ?? [];
  if (missing !== undefined) return `Your file should export a function called ${missing}.`;
  if (message.startsWith('SyntaxError')) return `Your code's answer should be JSON, and it isn't. (${message})`;
  return `The check couldn't go on with what your code gave it. (${message})`;
}
