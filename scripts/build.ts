/**
 * Builds the site into dist/, compresses it, and checks the result. Usage: npm run build
 * Astro prints a line for every page; here they become one count, so that errors are not buried.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/** A line that Astro prints for a route or one of its pages. */
const route = /^\s*(?:\d\d:\d\d:\d\d )?\s*(?:▶|├─|└─)/u;

/** Room for what a page leaves behind: Node.js collects garbage for a sixth of the build otherwise. */
const room = '--max-semi-space-size=64';

const isBuilt = (await run(process.execPath, [room, 'node_modules/astro/bin/astro.mjs', 'build'], route)) === 0;
const isCompressed = isBuilt && (await run(process.execPath, ['scripts/hosts/precompress.ts'])) === 0;
process.exitCode = isCompressed ? await run(process.execPath, ['scripts/site/check-site.ts']) : 1;

/** Runs a command and prints what it prints, but for lines that are only counted. */
async function run(program: string, args: readonly string[], counted?: RegExp): Promise<number | null> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  const ended = once(child, 'close');
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    // Astro prints in color where CI is set, even into a pipe.
    if (counted?.test(stripVTControlCharacters(line))) count += 1;
    else if (line.trim() !== '') console.log(line);
  }
  if (count > 0) console.log(`${count} routes and pages written`);
  return (await ended)[0];
}
