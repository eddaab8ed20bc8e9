import { hashOf } from '#lib/hash.ts';

/** The languages that run in the page, each by an engine of its own. */
export type Engine = 'js' | 'sql' | 'python';

/** The name of the reader's file in each language, as error messages show it. */
export const mainFiles: Readonly<Record<Engine, string>> = { js: 'main.js', sql: 'main.sql', python: 'main.py' };

/** Code to run, and what is expected of it. */
export interface Job {
  readonly engine: Engine;
  /** Sources by file name, as imports and error messages name them: `main.js`. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is run. */
  readonly main: string;
  /** `checks.js`, `tests.py`, or the checks of an SQL lab as JSON. Nothing is checked without it. */
  readonly checks?: string | undefined;
  /** SQL that is run before the reader's, and must not fail. */
  readonly seed?: string | undefined;
  /** SQL that is run before the reader's as if the reader had, its output left out: the samples above one on a page. */
  readonly before?: string | undefined;
  /** Prints SQL results as pages do: tables and the first line of errors, and nothing else. */
  readonly quiet?: boolean | undefined;
}

/** What ended a run early: an error that the code threw, or one in its syntax. */
export interface RunError {
  /** `TypeError: x is not a function`. */
  readonly message: string;
  readonly file?: string | undefined;
  /** Counts from 1. */
  readonly line?: number | undefined;
}

export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  /** What was expected and what was found; empty for a check that passed. */
  readonly message: string;
}

/** Messages while a run is going on. Its clock starts with `started`: what comes before is the engine's own time. */
export type RunNews =
  | { readonly type: 'started' }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'check'; readonly index: number; readonly result: CheckResult };

/** Messages of an engine's worker: `ready` once, when it can take a job, and for each job its news and `done`. */
export type WorkerMessage =
  | RunNews
  | { readonly type: 'ready' }
  /** `isSpent`: the worker takes no other job. */
  | { readonly type: 'done'; readonly error?: RunError | undefined; readonly isSpent: boolean }
  /** The engine itself broke, or its worker ended: nothing more comes. */
  | { readonly type: 'broken'; readonly error: RunError };

/** How a run ended: by itself, by the Stop button, by the clock, or with the engine itself broken (out of memory). */
type Ending = 'finished' | 'stopped' | 'time-limit' | 'crashed';

export interface RunResult {
  readonly ending: Ending;
  readonly error?: RunError | undefined;
  readonly checks: readonly CheckResult[];
  /** From `started` to the end. */
  readonly milliseconds: number;
}

/** How long code may run, in milliseconds of its own time. */
export const timeLimit = 3000;

/** Whether all checks of a lab passed. */
export function hasPassed({ ending, error, checks }: RunResult, expected: number): boolean {
  return ending === 'finished' && !error && checks.length === expected && checks.every(({ passed }) => passed);
}

/** The signature of a failed run, in a few characters: the checks that failed and what each said, without line numbers. */
export function signatureOf(checks: readonly CheckResult[]): string {
  const failed = checks
    .filter(({ passed }) => !passed)
    .map(({ name, message }) => `${name}\n${message.replace(/\bat line \d+/u, 'at line')}\n`);
  return hashOf(failed.join('')).toString(36);
}
