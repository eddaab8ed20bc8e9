import { hash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The paths that this process has asked for. Astro's integrations and the pages it draws are separate module graphs of it. */
const asked: Set<string> = Reflect.get(globalThis, Symbol.for('wayline.kept')) ?? new Set();
Object.assign(globalThis, { [Symbol.for('wayline.kept')]: asked });

/**
 * Makes a file unless it was made before, so its name must change with everything it is made from.
 * It gets its name when it is whole: builds that are stopped, or run at the same time, never leave half a file there.
 * @returns its path.
 */
export async function keepFile(path: string, make: () => Promise<string | Uint8Array>): Promise<string> {
  return isKept(path) ? path : write(path, await make());
}

/** What `keepFile` would keep, of what is made at once. */
export const readKept = (path: string, make: () => string | Uint8Array): Buffer<ArrayBuffer> =>
  readFileSync(isKept(path) ? path : write(path, make()));

/** Deletes the files of a folder that were kept and not asked for. */
export function dropUnused(folder: string): void {
  const files = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((each) => each.isFile()) : [];
  for (const { name } of files) if (!asked.has(resolve(folder, name))) rmSync(resolve(folder, name));
}

/** Gives names to files: each changes with what the file is made from, and with the files of the programs that make it. */
export function namesFor(programs: readonly string[]): (...from: readonly string[]) => string {
  const made = programs.map((path) => readFileSync(path, 'utf8'));
  return (...from) => hash('sha256', [...made, ...from].join('\n'));
}

function isKept(path: string): boolean {
  asked.add(resolve(path));
  return existsSync(path);
}

function write(path: string, content: string | Uint8Array): string {
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${randomUUID()}`;
  writeFileSync(half, content);
  renameSync(half, path);
  return path;
}
