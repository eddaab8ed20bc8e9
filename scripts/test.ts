/**
 * Runs the project's tests, one step after the other, with a line for each: its name and time.
 * Usage: npm test (what a change must pass), npm run test:all (what is long, and not in npm test)
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** npm scripts with their arguments. */
const steps: Readonly<Record<'short' | 'long', readonly string[]>> = {
  short: ['lint', 'types', 'test:unit', 'check:labs', 'build', 'check:markup -- --sample', 'test:browser'],
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
for (const step of steps[list]) {
  const start = performance.now();
  const { status } = spawnSync('npm', ['run', '-s', ...step.split(' ')], { stdio: 'inherit', env });
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  times.push(`${step.padEnd(26)} ${seconds.padStart(5)} s`);
  if (status === 0) continue;
  console.error(`\n\`npm run ${step}\` failed after ${seconds} s.`);
  process.exit(1);
}
console.log(`\n${times.join('\n')}\nAll ${times.length} steps passed.`);
