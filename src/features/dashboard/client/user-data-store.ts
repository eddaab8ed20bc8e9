import { preparation } from '#features/interview/client/index.ts';
import { laterPreparation } from '#features/interview/index.ts';
import { labWork } from '#features/labs/client/index.ts';
import { mergeLabWork } from '#features/labs/index.ts';
import { importNotes, notes } from '#features/notes/client/index.ts';
import { changePlans, readPlans } from '#features/plan/client/index.ts';
import { mergePlans } from '#features/plan/index.ts';
import { importPractice, practice } from '#features/practice/client/index.ts';
import type { PracticeState } from '#features/practice/index.ts';
import { importMarks, progress } from '#features/progress/client/index.ts';
import { forgetSearches } from '#features/search/client/index.ts';
import type { StateError } from '#lib/browser/stored-state.ts';
import { forgetTabValues } from '#lib/browser/tab-value.ts';
import { type Import, undoImport } from '../undo-import.ts';
import type { UserData } from '../user-data.ts';
import { writeUserData } from '../user-data-file.ts';
import { forgetTheRest } from './set-aside.ts';

/** Everything that this browser holds of the reader, as it is now. */
export function presentUserData(): UserData {
  return {
    marks: progress.value,
    practice: practice.value,
    notes: notes.value,
    labs: labWork.value,
    plans: mergePlans([], readPlans().plans),
    interview: preparation.value,
  };
}

/** The text of an export file. What a newer version stored goes along untouched. */
export function exportText(): string {
  return writeUserData(presentUserData(), {
    progress: progress.newer,
    practice: practice.newer,
    notes: notes.newer,
    labs: labWork.newer,
    interview: preparation.newer,
  });
}

/** Why something is not stored, as the end of a sentence. */
const errorTexts: Partial<Record<StateError, string>> = {
  blocked: 'this browser lets the site store nothing',
  full: 'there is no room for it in this browser’s storage',
  stuck: 'the data stored here cannot be read, and there is no room to set it aside',
  future: 'a newer version of Wayline has stored data here; reload the page first',
};

const reasonOf = (states: readonly { readonly error: StateError | undefined }[]) =>
  states.map(({ error }) => error && errorTexts[error]).find((words) => words !== undefined);

/** What stores the parts that there are in some user data. */
function storesOf({ marks, practice: state, notes: texts, labs, interview }: UserData) {
  return [
    ...(marks.size > 0 ? [progress] : []),
    ...(hasPractice(state) ? [practice] : []),
    ...(texts.size > 0 ? [notes] : []),
    ...(labs.size > 0 ? [labWork] : []),
    ...(interview.goal ? [preparation] : []),
  ];
}

/**
 * Joins what a file holds with what is here: all of it is stored, or nothing.
 * @returns why nothing was.
 */
export async function importUserData(brought: UserData): Promise<string | undefined> {
  const before = presentUserData();
  const { marks, practice: state, notes: texts, labs, plans, interview } = brought;
  const refusal = plans.length > 0 ? changePlans((now) => ({ ...now, plans: mergePlans(now.plans, plans) })) : '';
  await Promise.all([
    ...(marks.size > 0 ? [importMarks(marks)] : []),
    ...(hasPractice(state) ? [importPractice(state)] : []),
    ...(texts.size > 0 ? [importNotes(texts)] : []),
    ...(labs.size > 0 ? [labWork.change((now) => mergeLabWork(now, labs))] : []),
    ...(interview.goal ? [preparation.change((now) => laterPreparation(now, interview))] : []),
  ]);
  const reason = reasonOf(storesOf(brought)) ?? (refusal === '' ? undefined : errorTexts.full);
  if (reason !== undefined) takeBack({ before, brought });
  return reason;
}

const hasPractice = ({ histories, settingsAt, interviews }: PracticeState) =>
  histories.size > 0 || settingsAt > 0 || interviews.length > 0;

/**
 * Takes an import back, here and in other tabs.
 * @returns why that is not stored.
 */
export function takeBack(last: Import): string | undefined {
  const { marks, practice: state, notes: texts, labs, plans, interview } = last.brought;
  const here = presentUserData();
  if (marks.size > 0) progress.revert((now) => undoImport({ ...here, marks: now }, last).marks);
  if (hasPractice(state)) practice.revert((now) => undoImport({ ...here, practice: now }, last).practice);
  if (texts.size > 0) notes.revert((now) => undoImport({ ...here, notes: now }, last).notes);
  if (labs.size > 0) labWork.revert((now) => undoImport({ ...here, labs: now }, last).labs);
  if (plans.length > 0)
    changePlans((now) => ({ ...now, plans: undoImport({ ...here, plans: now.plans }, last).plans }));
  if (interview.goal) preparation.revert((now) => undoImport({ ...here, interview: now }, last).interview);
  return reasonOf(storesOf(last.brought));
}

/** Forgets everything but the theme, here and in other tabs. */
export function forgetUserData(): void {
  progress.forget();
  practice.forget();
  notes.forget();
  labWork.forget();
  preparation.forget();
  forgetSearches();
  forgetTabValues();
  forgetTheRest();
}
