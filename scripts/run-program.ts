import { spawn } from 'node:child_process';

/** How a program ended, and all that it printed. */
export interface ProgramResult {
  readonly status: number;
  readonly output: string;
}

/** Where and how long a program runs. */
interface RunOptions {
  readonly cwd: string;
  readonly seconds: number;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Runs a program to its end, or for so many seconds at most. Then what it started is killed with it: a server that goes on
 * would keep the pipes open, and this process waiting.
 */
export function runProgram(
  [program, ...args]: readonly [string, ...string[]],
  { cwd, seconds, env = {} }: RunOptions,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    const timer = setTimeout(() => {
      output += `\n(stopped after ${seconds} seconds)`;
      if (child.pid) process.kill(-child.pid, 'SIGKILL');
    }, seconds * 1000);
    child.on('error', () => (output += `${program} is not installed`));
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status: status ?? 1, output });
    });
  });
}
