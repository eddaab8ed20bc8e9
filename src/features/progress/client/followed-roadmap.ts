import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';

const followedKey = 'wayline:followed-roadmap';
const lastKey = 'wayline:last-roadmap';

/**
 * The roadmap that the reader follows: the one that the address names (`?line=backend`), or else the one of this visit.
 * @param choices the roadmaps that pass here, the default first; undefined when there are none.
 */
export function followedRoadmap(choices: readonly string[]): string | undefined {
  const isChoice = (id: string | null | undefined): id is string => choices.includes(id ?? '');
  const named = new URLSearchParams(location.search).get('line');
  if (isChoice(named)) {
    writeStored(lastKey, named);
    writeTabValue(followedKey, named);
    return named;
  }
  const kept = readTabValue(followedKey);
  return isChoice(kept) ? kept : choices[0];
}

/** The roadmap that the reader followed last, on any visit. */
export function lastRoadmap(): string | undefined {
  return readStored(lastKey);
}
