import { inspect } from 'node-inspect-extracted';
import { short } from '../allowance.ts';
import { RunReport } from '../output.ts';
import type { CheckResult, Job, RunError, WorkerMessage } from '../protocol.ts';
import { builtinSource } from './builtins.ts';
import { installGlobals } from './globals.ts';
import { type LinkedProgram, linkProgram, ModuleError } from './modules.ts';
import { Pending } from './pending.ts';
import { AssertionError, strict } from './shims/assert.ts';

/** What differs between a browser's worker and one of Node.js. */
export interface Platform {
  /** Makes an address for `import()`, a new one each time. */
  readonly toAddress: (source: string) => string;
  /** Calls back for what no one caught: a rejection, or an error in a timer. */
  readonly onUncaught: (listener: (thrown: unknown) => void) => void;
}

interface Check {
  readonly name: string;
  readonly run: (context: object) => unknown;
}

/** How long a program may run before its checks begin, in milliseconds. Servers never finish. */
const startTime = 700;

/** How many idle turns of the event loop mean that nothing more will happen. */
const calmTurns = { afterProgram: 3, duringCheck: 60 };

/** Prepares a worker for one job, and returns what runs it. */
export function openJsEngine(post: (message: WorkerMessage) => void, platform: Platform): (job: Job) => Promise<void> {
  const report = new RunReport(post);
  const pending = new Pending();
  installGlobals(report.output, pending);
  const builtins = new Map<string, string | undefined>();
  const builtin = (name: string) => {
    if (!builtins.has(name)) {
      const source = builtinSource(name);
      builtins.set(name, source === undefined ? undefined : platform.toAddress(source));
    }
    return builtins.get(name);
  };
  const link: Tools['link'] = (program) => linkProgram({ ...program, builtin, toAddress: platform.toAddress });
  return async (job) => {
    const error = await new JsRun({ report, pending, link, onUncaught: platform.onUncaught }).run(job);
    report.end({ error, isSpent: true });
  };
}

interface Tools extends Pick<Platform, 'onUncaught'> {
  readonly report: RunReport;
  readonly pending: Pending;
  readonly link: (program: Pick<Job, 'files' | 'main'>) => LinkedProgram;
}

class JsRun {
  readonly #tools: Tools;
  /** The reader's file behind each address, over all instances of the program. */
  readonly #fileOf = new Map<string, string>();
  #uncaught: { readonly thrown: unknown } | undefined;

  constructor(tools: Tools) {
    this.#tools = tools;
    tools.onUncaught((thrown) => {
      this.#uncaught ??= { thrown };
    });
  }

  async run(job: Job): Promise<RunError | undefined> {
    const { report, pending } = this.#tools;
    try {
      const address = this.#link(job).main;
      const checks = job.checks === undefined ? [] : await this.#loadChecks(job.checks);
      report.start();
      await import(/* @vite-ignore */ address);
      const max = job.checks === undefined ? Number.POSITIVE_INFINITY : startTime;
      await pending.untilIdle({ calmTurns: calmTurns.afterProgram, max });
      if (this.#uncaught) throw this.#uncaught.thrown;
      report.output.flush();
      for (const check of checks) report.addCheck(await this.#check(job, check));
      return undefined;
    } catch (error) {
      return toRunError(error, this.#fileOf);
    }
  }

  #link({ files, main }: Pick<Job, 'files' | 'main'>): LinkedProgram {
    const linked = this.#tools.link({ files, main });
    for (const [address, file] of linked.fileOf) this.#fileOf.set(address, file);
    return linked;
  }

  async #loadChecks(source: string): Promise<readonly Check[]> {
    const address = this.#link({ files: { 'checks.js': source }, main: 'checks.js' }).main;
    const loaded = (await import(/* @vite-ignore */ address)) as { readonly default: readonly Check[] };
    return loaded.default;
  }

  /** Each check gets its own instance of the program, so that none sees what another left behind. */
  async #check(job: Job, check: Check): Promise<CheckResult> {
    this.#uncaught = undefined;
    this.#tools.pending.clear();
    try {
      const context = await this.#contextFor(job);
      await this.#settle(Promise.resolve(check.run(context)));
      if (this.#uncaught) throw (this.#uncaught as { thrown: unknown }).thrown;
      return { name: check.name, passed: true, message: '' };
    } catch (error) {
      return { name: check.name, passed: false, message: this.#explain(error) };
    }
  }

  /** What a check is given. The program's own output is shown once and not with every check. */
  async #contextFor(job: Job): Promise<object> {
    const { report, pending } = this.#tools;
    const fresh = async (changed: Job['files'] = {}) => {
      const printed = report.output.capture();
      try {
        const { main, fileOf } = this.#link({ ...job, files: { ...job.files, ...changed } });
        const addressOf = new Map([...fileOf].map(([address, file]) => [file, address]));
        const module = (await import(/* @vite-ignore */ main)) as object;
        await pending.untilIdle({ calmTurns: calmTurns.afterProgram, max: startTime });
        const alone = (file: string) => this.#link({ files: job.files, main: file }).main;
        const load = (file: string) => import(/* @vite-ignore */ addressOf.get(file) ?? alone(file)) as Promise<object>;
        return { module, stdout: printed(), load };
      } finally {
        printed();
      }
    };
    const source = job.files[job.main] ?? '';
    return { ...(await fresh()), fresh, source, files: job.files, assert: strict };
  }

  /** Waits for a check, and gives up when nothing is left that could settle it. */
  async #settle(check: Promise<unknown>): Promise<void> {
    const { pending } = this.#tools;
    let isOver = false;
    const over = check.finally(() => {
      isOver = true;
    });
    const stuck = async () => {
      await pending.untilIdle({ calmTurns: calmTurns.duringCheck, max: Number.POSITIVE_INFINITY });
      if (!isOver) throw new AssertionError({ message: neverSettled, operator: 'settle', generatedMessage: false });
    };
    await Promise.race([over, stuck()]);
  }

  #explain(thrown: unknown): string {
    if (thrown instanceof AssertionError) return short(thrown.message);
    const error = toRunError(thrown, this.#fileOf);
    // The platform notices a body that isn't JSON, and names no file.
    const isInCheck = error.file === 'checks.js' || (error.file === undefined && thrown instanceof SyntaxError);
    return isInCheck ? checkErrorText(error) : ownErrorText(error);
  }
}

const neverSettled = 'There was no answer: a promise that the check waits for never settles.';

/** Says what was thrown and where in the reader's files, whatever it is. */
function toRunError(thrown: unknown, fileOf: ReadonlyMap<string, string>): RunError {
  if (thrown instanceof ModuleError) return thrown.error;
  try {
    return { message: short(describe(thrown)), ...placeOf(thrown, fileOf) };
  } catch {
    // A thrown object can refuse everything, even to be turned into text.
    return { message: 'Uncaught: something that cannot be shown' };
  }
}

function describe(thrown: unknown, depth = 0): string {
  if (!isErrorLike(thrown)) return `Uncaught: ${inspect(thrown)}`;
  const hasCause = thrown.cause !== undefined && depth < 5;
  return `${thrown.name}: ${thrown.message}${hasCause ? ` (because of ${describe(thrown.cause, depth + 1)})` : ''}`;
}

/** The innermost line of the stack that is in one of the files. Safari and Firefox write `name@address:3:5`. */
function placeOf(thrown: unknown, fileOf: ReadonlyMap<string, string>): Pick<RunError, 'file' | 'line'> {
  if (!isErrorLike(thrown) || typeof thrown.stack !== 'string') return {};
  for (const frame of thrown.stack.split('\n')) {
    for (const [address, file] of fileOf) {
      const at = frame.indexOf(`${address}:`);
      const [, line] = /^:(\d+):\d+/u.exec(at < 0 ? '' : frame.slice(at + address.length)) ?? [];
      if (line !== undefined) return { file, line: Number(line) };
    }
  }
  return {};
}

/** Errors of another realm aren't instances of this one's Error. */
function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'message' in thrown && 'name' in thrown;
}

/** For an error that the reader's code runs into during a check. */
function ownErrorText({ message, file, line }: RunError): string {
  const [, kind, text] = /^(\w*Error): ([\s\S]+)$/u.exec(message) ?? [];
  const place = file === undefined ? '' : ` at line ${line} of ${file}`;
  return `Your code stopped${place}: ${kind === undefined ? message : `${text} (${kind})`}`;
}

/** What V8 says when a check meets an unexpected value, and what readers are told. */
const unexpected: readonly (readonly [RegExp, string])[] = [
  [/\bmodule\.(\w+) is not a (?:function|constructor)/u, 'Your file should export a function called $1.'],
  [/^SyntaxError: .*/u, "Your code's answer should be JSON, but it isn't. ($&)"],
  [/Symbol\.(?:asyncI|i)terator|not (?:async )?iterable/u, 'What your code returned should be something to loop over.'],
  [/\.(?:then|catch) is not a function/u, 'What your code returned should be a promise.'],
  [/\.(\w+) is not a function/u, 'What your code returned should have a function called $1.'],
  [/ is not a function/u, 'What your code returned should be a function.'],
  [/ of (undefined|null) \(reading '(\w+)'\)/u, 'What your code returned should have "$2", found $1.'],
  [/property '(\w+)' of .+ is (undefined|null)/u, 'What your code returned should have "$1", found $2.'],
];

/** For an error in a check itself, caused by what the program gave it. */
function checkErrorText({ message }: RunError): string {
  const [pattern, text] = unexpected.find(([pattern]) => pattern.test(message)) ?? [];
  if (pattern && text) return pattern.exec(message)?.[0].replace(pattern, text) ?? '';
  return `The check couldn't go on with what your code gave it. (${message})`;
}
