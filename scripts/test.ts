/**
 * Runs the project's tests step by step, with a line for each: its name and time.
 * Usage: npm test (what a change must pass), npm run test:all (what is long, and not in npm test)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** npm scripts. Those joined by a plus run at the same time, because none of them keeps all cores busy. */
const steps: Readonly<Record<'short' | 'long', readonly string[]>> = {
  short: ['lint', 'types + check:labs', 'test:unit + build', 'check:markup', 'test:browser'],
  long: [
    'test:unit:long',
    'check:samples',
    'build',
    'test:browser:long',
    'test:engines',
    'test:folder',
    'check:examples',
    'check:projects',
    'check:mutants',
  ],
};

const list = process.argv[2] === 'long' ? 'long' : 'short';
const times: string[] = [];
for (const step of steps[list]) {
  const start = performance.now();
  const failed = (await Promise.all(step.split(' + ').map(run))).filter(Boolean).join(' and ');
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  times.push(`${step.padEnd(20)} ${seconds.padStart(5)} s`);
  if (failed === '') continue;
  console.error(`\nFailed after ${seconds} s: ${failed}`);
  process.exit(1);
}
console.log(`\n${times.join('\n')}\nAll ${times.length} steps passed.`);

/** Runs an npm script, and returns how to run it again if it failed. */
async function run(script: string): Promise<string> {
  const [status] = await once(spawn('npm', ['run', '-s', script], { stdio: 'inherit' }), 'close');
  return status === 0 ? '' : `npm run ${script}`;
}
