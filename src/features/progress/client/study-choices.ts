import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';
import { type Marks, takenBranch } from '../progress.ts';
import { readBranches, readStops } from '../stop-text.ts';
import { readPace } from '../study-pace.ts';

const paceKey = 'wayline:hours-a-week';
const branchKey = 'wayline:language';
const followedKey = 'wayline:followed-roadmap';
const lastKey = 'wayline:last-roadmap';

/** The hours a week that the reader wants to study: one number for roadmaps, plans and the home page. */
export function studyPace(): number {
  return readPace(readStored(paceKey));
}

/** Remembers hours a week, held to what a week can have, and hands them back. */
export function setStudyPace(hours: number): number {
  const pace = readPace(String(hours));
  writeStored(paceKey, String(pace));
  return pace;
}

/** The id of the branch that the reader chose at a fork: the address names it, or an earlier choice. */
export function chosenBranch(choices: readonly string[]): string | undefined {
  const named = new URLSearchParams(location.search).get('language');
  return [named, readStored(branchKey)].find((id): id is string => choices.includes(id ?? ''));
}

/** Remembers a branch, and names it in the address so that the link shows it to others. */
export function chooseBranch(id: string): void {
  writeStored(branchKey, id);
  const address = new URL(location.href);
  address.searchParams.set('language', id);
  history.replaceState(history.state, '', address);
}

/** Finds the topics of the roadmap that an element names as its reader takes them, and the branch that this is. */
export function openPath({ dataset }: HTMLElement) {
  const trunk = readStops(dataset['stops'] ?? '');
  const branches = readBranches(dataset['branches'] ?? '');
  return (marks: Marks) => {
    const taken = takenBranch(branches, { marks, chosen: chosenBranch(branches.map(({ id }) => id)) });
    return { branch: taken?.id, stops: [...trunk, ...(taken?.stops ?? [])] };
  };
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
