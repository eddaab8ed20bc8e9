import { readFile } from 'node:fs/promises';

// #region find
/** Reads the file on every call, so an edited file counts at once. */
export async function findHall(file, name) {
  const halls = JSON.parse(await readFile(file, 'utf8'));
  return Object.hasOwn(halls, name) ? halls[name] : undefined;
}
// #endregion find
