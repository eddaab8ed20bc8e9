import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a file unless it was made before, so its name must change with everything it is made from.
 * It gets its name when it is whole: builds that are stopped, or run at the same time, never leave half a file there.
 * @returns its path.
 */
export async function keepFile(path: string, make: () => Promise<string | Uint8Array>): Promise<string> {
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const half = `${path}.${randomUUID()}`;
  writeFileSync(half, await make());
  renameSync(half, path);
  return path;
}
