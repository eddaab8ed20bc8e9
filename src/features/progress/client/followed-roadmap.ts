import { readStored, writeStored } from '#lib/browser/stored-state.ts';

const followedKey = 'wayline:followed-roadmap';
const lastKey = 'wayline:last-roadmap';

/** Reads or writes a value of this visit; a browser that blocks storage has none and takes none. */
export function visitItem(key: string, value?: string): string | undefined {
  try {
    if (value !== undefined) sessionStorage.setItem(key, value);
    return sessionStorage.getItem(key) ?? undefined;
  } catch {
    // Blocked, full, or damaged on the disk, for which Firefox throws an error of its own: the page goes on without.
    return value;
  }
}

/**
 * The roadmap that the reader follows: the one that the address names (`?line=backend`), or else the one of this visit.
 * @param choices the roadmaps that pass here, the default first; undefined when there are none.
 */
export function followedRoadmap(choices: readonly string[]): string | undefined {
  const isChoice = (id: string | null | undefined): id is string => choices.includes(id ?? '');
  const named = new URLSearchParams(location.search).get('line');
  if (isChoice(named)) {
    writeStored(lastKey, named);
    return visitItem(followedKey, named) ?? named;
  }
  const kept = visitItem(followedKey);
  return isChoice(kept) ? kept : choices[0];
}

/** The roadmap that the reader followed last, on any visit. */
export function lastRoadmap(): string | undefined {
  return readStored(lastKey);
}
