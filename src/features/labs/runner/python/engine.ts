import { short } from '../allowance.ts';
import { RunReport } from '../output.ts';
import type { Job, RunError, WorkerMessage } from '../protocol.ts';
import { Snapshot, type WasmProgram } from '../snapshot.ts';

/** The part of Pyodide that is used here. */
export interface Interpreter {
  readonly runPython: (code: string) => unknown;
  readonly _module: WasmProgram & JsObjects;
}

/** The JavaScript objects that Python holds, by number. They aren't in the memory that a snapshot sees. */
interface JsObjects {
  /** Throws after the last one. */
  readonly __hiwire_get: (at: number) => unknown;
  /** Whether the place is in use, by how many, and since when. */
  readonly __hiwire_slot_info: (at: number) => number;
}

/** The functions of lab_engine.py. */
interface LabEngine {
  readonly connect: (
    sayOutput: (text: string) => void,
    sayError: (message: string, file?: string, line?: number) => void,
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
 * Call it before Pyodide is loaded. Pyodide would free memory when JavaScript collects an object, and after a return to the
 * snapshot, something else is in that memory.
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
  let report = new RunReport(post);
  let error: RunError | undefined;
  take('connect')(
    (text) => report.output.write(text),
    (message, file, line) => {
      error = { message: short(message), file, line };
    },
    (name, passed, message) => report.addCheck({ name, passed, message: short(message) }),
  );
  const snapshot = new Snapshot(python._module);
  const objects = objectsIn(python._module);
  return ({ files, main, checks }) => {
    report = new RunReport(post);
    error = undefined;
    try {
      snapshot.restore();
      engine.prepare(JSON.stringify(files));
      report.start();
      const hasEnded = engine.run(main);
      if (hasEnded && checks !== undefined) engine.tests(checks);
      report.end({ error, isSpent: snapshot.isOutgrown || objectsIn(python._module) !== objects });
    } catch (broken) {
      const last = String(broken).trim().split('\n').at(-1) ?? '';
      report.breakOff({ message: short(`Python itself crashed and is being restarted. ${last}`) });
    }
  };
}

/** The JavaScript objects that Python holds, as text to compare. */
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
