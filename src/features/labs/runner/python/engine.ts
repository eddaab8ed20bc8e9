import { short } from '../allowance.ts';
import { Output } from '../output.ts';
import type { CheckResult, Job, RunError, WorkerMessage } from '../protocol.ts';
import { Snapshot, type WasmProgram } from '../snapshot.ts';

/** What is used of Pyodide, so that neither Node.js nor a browser needs more. */
export interface Interpreter {
  readonly runPython: (code: string) => unknown;
  readonly _module: WasmProgram & JsObjects;
}

/** The objects of JavaScript that Python holds, by number: they are in no memory that a snapshot sees. */
interface JsObjects {
  /** Throws behind the last one. */
  readonly __hiwire_get: (at: number) => unknown;
  /** Whether the place is in use, by how many, and since when. */
  readonly __hiwire_slot_info: (at: number) => number;
}

/** The functions of lab_engine.py. */
interface LabEngine {
  readonly connect: (
    sayOutput: (text: string) => void,
    sayError: (message: string, file?: string, line?: number, column?: number) => void,
    sayCheck: (name: string, passed: boolean, message: string) => void,
  ) => void;
  readonly prepare: (files: string) => void;
  readonly run: (name: string) => boolean;
  readonly tests: (source: string) => void;
}

/** How Python is started: without packages, and without a way to the globals of JavaScript. */
export const interpreterOptions = {
  jsglobals: {},
  fullStdLib: false,
  enableRunUntilComplete: false,
  env: { HOME: '/home/lab', PYTHONHASHSEED: '0', TZ: 'UTC' },
} as const;

/**
 * Called before Pyodide is loaded: it would free what the garbage collector of JavaScript finds, which after a return to the
 * snapshot is memory of something else.
 */
export function stopFinalizers(): void {
  globalThis.FinalizationRegistry = class {
    register() {}
    unregister() {
      return false;
    }
    readonly [Symbol.toStringTag] = 'FinalizationRegistry';
  } as unknown as FinalizationRegistryConstructor;
}

/** Loads lab_engine.py into Python, and returns what runs jobs with it. */
export function openPythonEngine(
  post: (message: WorkerMessage) => void,
  { python, program }: { readonly python: Interpreter; readonly program: string },
): (job: Job) => void {
  python.runPython(program);
  const take = <Name extends keyof LabEngine>(name: Name) => python.runPython(name) as LabEngine[Name];
  const engine = { prepare: take('prepare'), run: take('run'), tests: take('tests') };
  let run = new PythonRun(post);
  take('connect')(
    (text) => run.output.write(text),
    (message, file, line, column) => {
      run.error = { message: short(message), file, line, column };
    },
    (name, passed, message) => run.takeCheck({ name, passed, message: short(message) }),
  );
  const snapshot = new Snapshot(python._module);
  const objects = objectsIn(python._module);
  return ({ files, main, checks }) => {
    run = new PythonRun(post);
    try {
      snapshot.restore();
      engine.prepare(JSON.stringify(files));
      post({ type: 'started' });
      const hasEnded = engine.run(main);
      if (hasEnded && checks !== undefined) engine.tests(checks);
      run.end({ isSpent: snapshot.isOutgrown || objectsIn(python._module) !== objects });
    } catch (error) {
      run.break(error);
    }
  };
}

/** What Python says of one run, on its way to the page. */
class PythonRun {
  readonly output: Output;
  error: RunError | undefined;
  readonly #post: (message: WorkerMessage) => void;
  #checks = 0;

  constructor(post: (message: WorkerMessage) => void) {
    this.#post = post;
    this.output = new Output((text) => post({ type: 'output', text }));
  }

  takeCheck(result: CheckResult): void {
    this.output.flush();
    this.#post({ type: 'check', index: this.#checks, result });
    this.#checks += 1;
  }

  end({ isSpent }: { isSpent: boolean }): void {
    this.output.flush();
    this.#post({ type: 'done', error: this.error, isSpent });
  }

  break(error: unknown): void {
    this.output.flush();
    const last = String(error).trim().split('\n').at(-1) ?? '';
    this.#post({ type: 'broken', error: { message: short(`Python itself crashed and is being restarted. ${last}`) } });
  }
}

/** Which objects of JavaScript Python holds, as a text to compare. */
function objectsIn({ __hiwire_get: get, __hiwire_slot_info: infoOf }: JsObjects): string {
  const infos: number[] = [];
  const takeNext = () => {
    try {
      get(infos.length);
      return infos.push(infoOf(infos.length)) > 0;
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) return false;
      throw error;
    }
  };
  while (takeNext());
  return infos.join();
}
