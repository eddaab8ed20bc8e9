/**
 * Runs the project's tests step by step, with a line for each: its name and time.
 * Usage: npm test (what a change must pass), npm run test:all (what is long, and not in npm test)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** npm scripts with their arguments. Those in one line run at the same time: each leaves a core idle for a while. */
const steps: Readonly<Record<'short' | 'long', readonly string[]>> = {
  short: ['lint', 'types, test:unit', 'check:labs', 'build', 'check:markup -- --sample', 'test:browser'],
  long: [
    'test:unit:long',
    'check:samples',
    'build',
    'check:markup',
    'test:browser:long',
    'test:engines',
    'test:folder',
    'check:examples',
    'check:projects',
    'check:mutants',
  ],
};

/** Node.js keeps what it has compiled: each JavaScript run of a lab starts a thread, in half the time. */
const env = { ...process.env, NODE_COMPILE_CACHE: resolve('node_modules/.cache/compiled') };
const list = process.argv[2] === 'long' ? 'long' : 'short';
const times: string[] = [];
for (const group of steps[list]) {
  const failed = (await Promise.all(group.split(', ').map(runStep))).filter((step) => step !== undefined);
  if (failed.length === 0) continue;
  console.error(`\nFailed: npm run ${failed.join(', npm run ')}`);
  process.exit(1);
}
console.log(`\n${times.join('\n')}\nAll ${times.length} steps passed.`);

/** Gives the step back if it failed. */
async function runStep(step: string): Promise<string | undefined> {
  const start = performance.now();
  const [code] = await once(spawn('npm', ['run', '-s', ...step.split(' ')], { stdio: 'inherit', env }), 'close');
  times.push(`${step.padEnd(26)} ${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s`);
  return code === 0 ? undefined : step;
}
