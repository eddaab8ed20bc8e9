import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What a build took. Memory is 0 where the system does not tell it. */
export interface MeasuredBuild {
  readonly seconds: number;
  readonly peakMegabytes: number;
}

/**
 * Runs a build in a folder and measures it.
 * @throws with the build's output when it fails.
 */
export function measureBuild(folder: string, command: readonly [string, ...string[]]): Promise<MeasuredBuild> {
  const started = performance.now();
  const [program, ...args] = command;
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let peak = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4000);
    });
  }
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('close', (status) => {
      clearInterval(timer);
      if (status === 0) resolve({ seconds: (performance.now() - started) / 1000, peakMegabytes: Math.round(peak) });
      else reject(new Error(`The build in ${folder} failed:\n${output}`));
    });
  });
}

/** The most memory that a process has held, in megabytes; 0 when /proc does not know it. */
function peakOf(processId: number): number {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
