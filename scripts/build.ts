/**
 * Builds the site into dist/, checks the result, and compresses it. Usage: npm run build
 * Astro prints a line for every page; here they become one count, so that errors are not buried.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A line that Astro prints for a route or one of its pages. */
const route = /^\s*(?:\d\d:\d\d:\d\d )?\s*(?:▶|├─|└─)/u;

const isBuilt = (await run('astro', ['build'], route)) === 0;
const isSound = isBuilt && (await run('npm', ['run', '-s', 'check:site'])) === 0;
process.exitCode = isSound ? await run('npm', ['run', '-s', 'precompress']) : 1;

/** Runs a command and prints what it prints, but for lines that are only counted. */
async function run(program: string, args: readonly string[], counted?: RegExp): Promise<number | null> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const ended = once(child, 'close');
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (counted?.test(line)) count += 1;
    else if (line.trim() !== '') console.log(line);
  }
  if (count > 0) console.log(`${count} routes and pages written`);
  const [code] = await ended;
  return code;
}
