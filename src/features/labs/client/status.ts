import type { Fault, RunResult } from '../runner/protocol.ts';
import { timeLimit } from '../runner/protocol.ts';
import type { Progress } from './load-engine.ts';

/** Where a lab stands, as its `data-state` says. */
type LabState = 'ready' | 'loading' | 'running' | 'passed' | 'failed' | 'stopped';

export interface Status {
  readonly state: LabState;
  readonly text: string;
}

const engineNames = { js: 'the runner', sql: 'PostgreSQL', python: 'Python' } as const;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** `Loading PostgreSQL: 3.1 of 8.1 MB, this once.` */
export function loadingText(engine: keyof typeof engineNames, { loaded, total }: Progress): string {
  const size = total < 200_000 ? '' : `: ${megabytes(Math.min(loaded, total))} of ${megabytes(total)} MB, this once`;
  return `Loading ${engineNames[engine]}${size}…`;
}

/** `TypeError: x is not a function (main.js, line 3)`. */
function faultText({ message, file, line }: Fault): string {
  if (file === undefined) return message;
  return `${message} (${file}${line === undefined ? '' : `, line ${line}`})`;
}

/** How a run ended, for code without checks. */
export function endText({ ending, fault, milliseconds }: RunResult): string {
  if (ending === 'stopped') return 'Stopped.';
  if (ending === 'time-limit') return `Ended after ${timeLimit / 1000} seconds. Does a loop never end?`;
  if (ending === 'crashed') return 'The program broke down: it probably needed too much memory.';
  return fault ? faultText(fault) : `Done in ${Math.max(1, Math.round(milliseconds))} ms.`;
}

/** How a run of a lab ended. */
export function endStatus(result: RunResult, expected: number): Status {
  if (result.ending === 'stopped' || result.ending === 'time-limit') return { state: 'stopped', text: endText(result) };
  const passed = result.checks.filter((check) => check.passed).length;
  if (result.ending === 'finished' && !result.fault && passed === expected)
    return { state: 'passed', text: expected === 1 ? 'The check passed.' : `All ${expected} checks passed.` };
  const count = `${passed} of ${expected} checks passed.`;
  return { state: 'failed', text: result.fault || result.ending === 'crashed' ? `${endText(result)} ${count}` : count };
}
