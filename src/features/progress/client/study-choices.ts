import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { readTabValue, writeTabValue } from '#lib/browser/tab-value.ts';
import { type Marks, takenBranch } from '../progress.ts';
import { readBranches, readStops } from '../stop-text.ts';
import { readPace } from '../study-pace.ts';

const paceKey = 'wayline:hours-a-week';
const branchKey = 'wayline:language';
const followedKey = 'wayline:followed-roadmap';
const lastKey = 'wayline:last-roadmap';

/** The hours a week that the reader wants to study, shared by roadmaps, plans and the home page. */
export function studyPace(): number {
  return readPace(readStored(paceKey));
}

/** Stores hours a week, limited to what fits in a week, and returns them. */
export function setStudyPace(hours: number): number {
  const pace = readPace(String(hours));
  writeStored(paceKey, String(pace));
  return pace;
}

/** The id of the branch that the reader chose at a fork: the one in the address, or else an earlier choice. */
export function chosenBranch(choices: readonly string[]): string | undefined {
  const named = new URLSearchParams(location.search).get('language');
  return [named, readStored(branchKey)].find((id): id is string => choices.includes(id ?? ''));
}

/** Stores a branch and puts it into the address, so that others who get the link see it, too. */
export function chooseBranch(id: string): void {
  writeStored(branchKey, id);
  const address = new URL(location.href);
  address.searchParams.set('language', id);
  history.replaceState(history.state, '', address);
}

/** Reads a roadmap's topics from an element; the result finds the topics and the branch that the reader takes. */
export function openPath({ dataset }: HTMLElement) {
  const trunk = readStops(dataset['stops'] ?? '');
  const branches = readBranches(dataset['branches'] ?? '');
  return (marks: Marks) => {
    const taken = takenBranch(branches, { marks, chosen: chosenBranch(branches.map(({ id }) => id)) });
    return { branch: taken?.id, stops: [...trunk, ...(taken?.stops ?? [])] };
  };
}

/**
 * The roadmap that the reader follows: the one in the address (`?line=backend`), or else the one of this visit.
 * @param choices the roadmaps that include this page, the default first.
 * @returns undefined when there are none.
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

/** The roadmap that the reader followed last, in any visit. */
export function lastRoadmap(): string | undefined {
  return readStored(lastKey);
}
