import { Output } from '../output.ts';
import type { CheckResult, Fault, Job, WorkerMessage } from '../protocol.ts';

/** What is used of Pyodide, so that neither Node.js nor a browser needs more. */
export interface Interpreter {
  readonly runPython: (code: string) => unknown;
}

/** The functions of lab_engine.py. */
interface LabEngine {
  readonly prepare: (files: string, send: (text: string) => void) => void;
  readonly run: (name: string) => string | undefined;
  readonly tests: (source: string) => Iterable<string>;
}

/** How Python is started: without packages, and without a way to the globals of JavaScript. */
export const interpreterOptions = {
  jsglobals: {},
  fullStdLib: false,
  enableRunUntilComplete: false,
  env: { HOME: '/home/lab', PYTHONHASHSEED: '0', TZ: 'UTC' },
} as const;

/** Loads lab_engine.py into Python, and returns what runs jobs with it. */
export function openPythonEngine(
  post: (message: WorkerMessage) => void,
  { python, program }: { readonly python: Interpreter; readonly program: string },
): (job: Job) => void {
  python.runPython(program);
  const take = <Name extends keyof LabEngine>(name: Name) => python.runPython(name) as LabEngine[Name];
  const engine: LabEngine = { prepare: take('prepare'), run: take('run'), tests: take('tests') };
  return (job) => {
    const output = new Output((text) => post({ type: 'output', text }));
    post({ type: 'done', fault: runJob(job, { engine, output, post }) });
  };
}

interface Tools {
  readonly engine: LabEngine;
  readonly output: Output;
  readonly post: (message: WorkerMessage) => void;
}

function runJob({ files, main, checks }: Job, { engine, output, post }: Tools): Fault | undefined {
  engine.prepare(JSON.stringify(files), (text) => output.write(text));
  post({ type: 'started' });
  const fault = engine.run(main);
  output.flush();
  if (fault !== undefined) return JSON.parse(fault) as Fault;
  if (checks === undefined) return undefined;
  let index = 0;
  for (const result of engine.tests(checks)) {
    output.flush();
    post({ type: 'check', index, result: JSON.parse(result) as CheckResult });
    index += 1;
  }
  return undefined;
}
