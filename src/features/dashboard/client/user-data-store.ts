import { notes, takeInNotes } from '#features/notes/client/index.ts';
import { practice, takeInPractice } from '#features/practice/client/index.ts';
import { progress, takeIn } from '#features/progress/client/index.ts';
import type { Belongings } from '../user-data.ts';
import { writeBelongings } from '../user-data-file.ts';

/** Everything that this browser holds of the reader, as it is now. */
export function presentBelongings(): Belongings {
  return { marks: progress.value, practice: practice.value, notes: notes.value };
}

/** The text of an export file. What a newer version stored goes along untouched. */
export function exportText(): string {
  return writeBelongings(presentBelongings(), {
    progress: progress.newer,
    practice: practice.newer,
    notes: notes.newer,
  });
}

/** Joins what a file holds with what is here. */
export async function takeInBelongings({ marks, practice: state, notes: texts }: Belongings): Promise<void> {
  await Promise.all([
    ...(marks.size > 0 ? [takeIn(marks)] : []),
    ...(state.histories.size > 0 || state.settingsAt > 0 || state.interviews.length > 0 ? [takeInPractice(state)] : []),
    ...(texts.size > 0 ? [takeInNotes(texts)] : []),
  ]);
}

/** Forgets everything, here and in other tabs. */
export function forgetBelongings(): void {
  progress.forget();
  practice.forget();
  notes.forget();
}
