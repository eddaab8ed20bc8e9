import { preparation } from '#features/interview/client/index.ts';
import { labWork } from '#features/labs/client/index.ts';
import { notes } from '#features/notes/client/index.ts';
import { changePlans, readPlans } from '#features/plan/client/index.ts';
import { mergePlans } from '#features/plan/index.ts';
import { practice } from '#features/practice/client/index.ts';
import { progress } from '#features/progress/client/index.ts';
import { forgetSearches } from '#features/search/client/index.ts';
import type { StateError, StoredState } from '#lib/browser/stored-state.ts';
import { forgetTabValues } from '#lib/browser/tab-value.ts';
import { mapParts, mergeUserData, type PartName, partNames, parts, type UserData } from '../user-data.ts';
import { changedParts } from '../user-data-changes.ts';
import { writeUserData } from '../user-data-file.ts';
import { forgetTheRest } from './set-aside.ts';

type Store<Value> = Pick<StoredState<Value>, 'value' | 'error' | 'newer' | 'change' | 'revert'>;

/** Whatever the planner could not store counts as full storage. */
let plansError: StateError | undefined;

function changePlanList(edit: (plans: UserData['plans']) => UserData['plans']): string {
  return changePlans((now) => ({ ...now, plans: edit(now.plans) }));
}

/** The planner stores plans in its own way. */
const planStore: Store<UserData['plans']> = {
  get value() {
    return mergePlans([], readPlans().plans);
  },
  get error() {
    return plansError;
  },
  newer: undefined,
  change: async (edit) => {
    plansError = changePlanList(edit) === '' ? undefined : 'full';
  },
  revert: (edit) => {
    changePlanList(edit);
    plansError = undefined;
  },
};

const stores: { readonly [Name in PartName]: Store<UserData[Name]> } = {
  marks: progress,
  practice,
  notes,
  labs: labWork,
  plans: planStore,
  interview: preparation,
};

/** Everything that this browser has stored about the reader, as it is now. */
export function presentUserData(): UserData {
  return mapParts((name) => stores[name].value);
}

/** The text of a backup. What a newer version stored goes into it unchanged. */
export function exportText(): string {
  const newer = Object.fromEntries(partNames.map((name) => [name, stores[name].newer]));
  return writeUserData(presentUserData(), newer);
}

/** Why something could not be stored, as the end of a sentence. */
const errorTexts: Partial<Record<StateError, string>> = {
  blocked: 'this browser lets the site store nothing',
  full: 'there is no room for it in this browser’s storage',
  stuck: 'the data stored here cannot be read, and there is no room to set it aside',
  future: 'a newer version of Wayline has stored data here; reload the page first',
};

const reasonOf = (names: readonly PartName[]) =>
  names
    .map((name) => stores[name].error)
    .map((error) => error && errorTexts[error])
    .find((words) => words !== undefined);

/** What a reader had before an import, and after it. */
export interface Import {
  readonly before: UserData;
  readonly after: UserData;
}

/**
 * Merges what a file has with what is here: all of it is stored, or nothing.
 * @returns what can be undone, or why nothing was stored.
 */
export async function importUserData(brought: UserData): Promise<Import | { readonly reason: string }> {
  const before = presentUserData();
  const names = changedParts(before, mergeUserData(before, brought));
  const merge = <Name extends PartName>(name: Name) =>
    stores[name].change((now) => parts[name].merge(now, brought[name]));
  await Promise.all(names.map((name) => merge(name)));
  const reason = reasonOf(names);
  if (reason === undefined) return { before, after: presentUserData() };
  putBack(names, before);
  return { reason };
}

/**
 * Puts back what was here before an import, here and in other tabs. Parts that the import didn't change stay as they are.
 * @returns why that could not be stored.
 */
export function undoImport({ before, after }: Import): string | undefined {
  const names = changedParts(before, after);
  putBack(names, before);
  return reasonOf(names);
}

function putBack(names: readonly PartName[], before: UserData): void {
  const revert = <Name extends PartName>(name: Name) => stores[name].revert(() => before[name]);
  for (const name of names) revert(name);
}

/** Deletes everything but the theme, here and in other tabs. */
export function forgetUserData(): void {
  for (const store of [progress, practice, notes, labWork, preparation]) store.forget();
  forgetSearches();
  forgetTabValues();
  forgetTheRest();
}
