import { inspect } from 'node-inspect-extracted';
import { isDeepStrictEqual } from './util.ts';

interface Details {
  readonly message: string;
  readonly actual?: unknown;
  readonly expected?: unknown;
  readonly operator: string;
  readonly generatedMessage: boolean;
}

/** What `node:assert` throws. */
export class AssertionError extends Error {
  readonly code = 'ERR_ASSERTION';
  readonly actual: unknown;
  readonly expected: unknown;
  readonly operator: string;
  readonly generatedMessage: boolean;

  constructor({ message, actual, expected, operator, generatedMessage }: Details) {
    super(message);
    this.name = 'AssertionError';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    this.generatedMessage = generatedMessage;
  }
}

type Message = string | Error | undefined;
type Expected =
  | RegExp
  | (new (
      ...args: never[]
    ) => unknown)
  | Readonly<Record<string, unknown>>
  | Error
  | ((thrown: unknown) => boolean);

interface Failure extends Omit<Details, 'message' | 'generatedMessage'> {
  readonly message: Message;
  /** What is said without a message of the caller's. */
  readonly text: string;
}

function failWith({ message, text, ...details }: Failure): never {
  if (message instanceof Error) throw message;
  throw new AssertionError({ ...details, message: message ?? text, generatedMessage: message === undefined });
}

const show = (value: unknown) => inspect(value, { depth: 5, sorted: true });

/** Two values compared as Node prints them: short ones in a line, long ones as a difference. */
function formatComparison(title: string, [actual, expected]: readonly [unknown, unknown]): string {
  const [a, b] = [show(actual), show(expected)];
  if (!a.includes('\n') && !b.includes('\n') && a.length + b.length < 72) return `${title}\n\n${a} !== ${b}\n`;
  return `${title}\n+ actual - expected\n\n${difference(a.split('\n'), b.split('\n'))}\n`;
}

/** What both begin and end with is shown once. */
function difference(a: readonly string[], b: readonly string[]): string {
  const start = a.findIndex((line, at) => line !== b[at]);
  const from = start < 0 ? a.length : start;
  let same = 0;
  while (same < Math.min(a.length, b.length) - from && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  return [
    ...a.slice(0, from).map((line) => `  ${line}`),
    ...a.slice(from, a.length - same).map((line) => `+ ${line}`),
    ...b.slice(from, b.length - same).map((line) => `- ${line}`),
    ...a.slice(a.length - same).map((line) => `  ${line}`),
  ].join('\n');
}

export function ok(value?: unknown, message?: Message): asserts value {
  if (value) return;
  const text = `The expression evaluated to a falsy value: ${show(value)}`;
  failWith({ message, text, operator: '==', actual: value, expected: true });
}

export function fail(message: Message = 'Failed'): never {
  failWith({ message, text: 'Failed', operator: 'fail' });
}

export function strictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (Object.is(actual, expected)) return;
  const text = formatComparison('Expected values to be strictly equal:', [actual, expected]);
  failWith({ message, text, operator: 'strictEqual', actual, expected });
}

export function notStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!Object.is(actual, expected)) return;
  const text = `Expected "actual" to be strictly unequal to: ${show(expected)}`;
  failWith({ message, text, operator: 'notStrictEqual', actual, expected });
}

export function deepStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (isDeepStrictEqual(actual, expected)) return;
  const text = formatComparison('Expected values to be strictly deep-equal:', [actual, expected]);
  failWith({ message, text, operator: 'deepStrictEqual', actual, expected });
}

export function notDeepStrictEqual(actual: unknown, expected: unknown, message?: Message): void {
  if (!isDeepStrictEqual(actual, expected)) return;
  const text = `Expected "actual" not to be strictly deep-equal to: ${show(expected)}`;
  failWith({ message, text, operator: 'notDeepStrictEqual', actual, expected });
}

/** Node's loose comparison. */
export function equal(actual: unknown, expected: unknown, message?: Message): void {
  // biome-ignore lint/suspicious/noDoubleEquals: this is what the function is for
  if (actual == expected || (Number.isNaN(actual) && Number.isNaN(expected))) return;
  failWith({ message, text: `${show(actual)} == ${show(expected)}`, operator: '==', actual, expected });
}

export function match(input: string, pattern: RegExp, message?: Message): void {
  if (pattern.test(input)) return;
  const text = `The input did not match the regular expression ${pattern}. Input:\n\n${show(input)}\n`;
  failWith({ message, text, operator: 'match' });
}

export function doesNotMatch(input: string, pattern: RegExp, message?: Message): void {
  if (!pattern.test(input)) return;
  const text = `The input was expected to not match the regular expression ${pattern}. Input:\n\n${show(input)}\n`;
  failWith({ message, text, operator: 'doesNotMatch' });
}

export function throws(run: () => unknown, expected?: Expected | string, message?: string): void {
  try {
    run();
  } catch (error) {
    checkThrown(error, expected, message);
    return;
  }
  failWith({ message: messageOf(expected, message), text: 'Missing expected exception.', operator: 'throws' });
}

export async function rejects(
  run: Promise<unknown> | (() => Promise<unknown>),
  expected?: Expected | string,
  message?: string,
): Promise<void> {
  try {
    await (typeof run === 'function' ? run() : run);
  } catch (error) {
    checkThrown(error, expected, message);
    return;
  }
  failWith({ message: messageOf(expected, message), text: 'Missing expected rejection.', operator: 'rejects' });
}

export function doesNotThrow(run: () => unknown, message?: string): void {
  try {
    run();
  } catch (error) {
    const text = `Got unwanted exception.\nActual message: "${(error as Error).message}"`;
    failWith({ message, text, operator: 'doesNotThrow' });
  }
}

export async function doesNotReject(run: Promise<unknown> | (() => Promise<unknown>), message?: string): Promise<void> {
  try {
    await (typeof run === 'function' ? run() : run);
  } catch (error) {
    const text = `Got unwanted rejection.\nActual message: "${(error as Error).message}"`;
    failWith({ message, text, operator: 'doesNotReject' });
  }
}

const messageOf = (expected: unknown, message: string | undefined) =>
  typeof expected === 'string' ? expected : message;

function checkThrown(error: unknown, expected: Expected | string | undefined, message: string | undefined): void {
  if (expected === undefined || typeof expected === 'string' || isAsExpected(error, expected)) return;
  const text = `The error is not the expected one:\n\n${show(error)}\n`;
  failWith({ message, text, operator: 'throws', actual: error, expected });
}

function isAsExpected(error: unknown, expected: Expected): boolean {
  if (expected instanceof RegExp) return expected.test(String(error));
  if (typeof expected !== 'function')
    return Object.entries(expected).every(([key, value]) => {
      const actual = (error as Record<string, unknown>)[key];
      return value instanceof RegExp && typeof actual === 'string'
        ? value.test(actual)
        : isDeepStrictEqual(actual, value);
    });
  if (expected.prototype !== undefined && error instanceof expected) return true;
  if (expected.prototype instanceof Error) return false;
  return (expected as (thrown: unknown) => boolean)(error) === true;
}

const strictNames = {
  AssertionError,
  ok,
  fail,
  match,
  doesNotMatch,
  throws,
  rejects,
  doesNotThrow,
  doesNotReject,
  strictEqual,
  notStrictEqual,
  deepStrictEqual,
  notDeepStrictEqual,
  equal: strictEqual,
  notEqual: notStrictEqual,
  deepEqual: deepStrictEqual,
  notDeepEqual: notDeepStrictEqual,
};

type Assert = typeof ok & typeof strictNames & { strict: unknown };

/** What `node:assert/strict` exports, callable as a function. */
export const strict: Assert = Object.assign((value?: unknown, message?: Message) => ok(value, message), strictNames, {
  strict: undefined as unknown,
});
strict.strict = strict;

/** What `node:assert` exports: as the strict one, with the loose comparison under the short name. */
export const loose: Assert = Object.assign((value?: unknown, message?: Message) => ok(value, message), strictNames, {
  equal,
  strict,
});
