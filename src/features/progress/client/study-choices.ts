import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { type Marks, takenBranch } from '../progress.ts';
import { readBranches, readStops } from '../stop-text.ts';
import { readPace } from '../study-pace.ts';

const paceKey = 'wayline:hours-a-week';
const branchKey = 'wayline:language';

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
