import type { Fault } from '../protocol.ts';
import { ModuleFault } from './modules.ts';

/** Says what was thrown and where in the reader's files. */
export function faultOf(thrown: unknown, fileOf: ReadonlyMap<string, string>): Fault {
  if (thrown instanceof ModuleFault) return thrown.fault;
  return { message: describe(thrown), ...placeOf(thrown, fileOf) };
}

function describe(thrown: unknown): string {
  if (!isErrorLike(thrown)) return `Uncaught: ${String(thrown)}`;
  const cause = thrown.cause === undefined ? '' : ` (because of ${describe(thrown.cause)})`;
  return `${thrown.name}: ${thrown.message}${cause}`;
}

/** The innermost line of the stack that is in one of the files. Safari and Firefox write `name@address:3:5`. */
function placeOf(thrown: unknown, fileOf: ReadonlyMap<string, string>): Pick<Fault, 'file' | 'line' | 'column'> {
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

/** `main.js:3`, for the end of a message. */
export function placeText({ file, line }: Fault): string {
  return file === undefined ? '' : ` (${file}${line === undefined ? '' : `:${line}`})`;
}
