import { laterPreparation, noPreparation, type Preparation } from '#features/interview/index.ts';
import { type LabWork, labWorkNotAfter, mergeLabWork } from '#features/labs/index.ts';
import { mergeNotes, type Notes, notAfter as notesNotAfter, renameNotes } from '#features/notes/index.ts';
import { mergePlans, type SavedPlan } from '#features/plan/index.ts';
import {
  emptyState,
  type Moment,
  mergeStates,
  type PracticeState,
  notAfter as practiceNotAfter,
} from '#features/practice/index.ts';
import { type Marks, notAfter as marksNotAfter, mergeMarks, renameMarks } from '#features/progress/index.ts';

/** Everything that the site keeps of a reader. */
export interface UserData {
  readonly marks: Marks;
  readonly practice: PracticeState;
  readonly notes: Notes;
  readonly labs: LabWork;
  /** Saved study plans, the latest change first. */
  readonly plans: readonly SavedPlan[];
  readonly interview: Preparation;
}

export const noUserData: UserData = {
  marks: new Map(),
  practice: emptyState,
  notes: new Map(),
  labs: new Map(),
  plans: [],
  interview: noPreparation,
};

/** Joins what two browsers hold, item by item, the newer winning. */
export function mergeUserData(a: UserData, b: UserData): UserData {
  return {
    marks: mergeMarks(a.marks, b.marks),
    practice: mergeStates(a.practice, b.practice),
    notes: mergeNotes(a.notes, b.notes),
    labs: mergeLabWork(a.labs, b.labs),
    plans: mergePlans(a.plans, b.plans),
    interview: laterPreparation(a.interview, b.interview),
  };
}

/** What came from outside, made fit to be joined: former ids become the present ones, and nothing is from the future. */
export function normalizeUserData(
  { marks, practice, notes, labs, plans, interview }: UserData,
  { now, renames }: { readonly now: Moment; readonly renames: ReadonlyMap<string, string> },
): UserData {
  return {
    marks: renameMarks(marksNotAfter(marks, now.at), renames),
    practice: practiceNotAfter(practice, now),
    notes: renameNotes(notesNotAfter(notes, now.at), renames),
    labs: labWorkNotAfter(labs, now.at),
    plans: plans.map((plan) => ({ ...plan, changed: Math.min(plan.changed, now.at) })),
    interview: { ...interview, at: Math.min(interview.at, now.at) },
  };
}

/** What has changed since a moment: marks, notes and links, labs, and answers to cards. */
export function changesSince(
  { marks, practice, notes, labs }: UserData,
  moment: number,
): { readonly items: number; readonly answers: number } {
  const isNewer = ({ at }: { readonly at: number }) => at > moment;
  const items = [...marks.values(), ...notes.values(), ...labs.values()].filter(isNewer).length;
  const answers = [...practice.histories.values()].reduce((sum, history) => sum + history.filter(isNewer).length, 0);
  return { items, answers };
}

/** From how many changes on a reader is reminded to export: an evening's marks, or a week of practice. */
const muchChange = { items: 30, answers: 100 };

/** Whether so much has changed that losing it would hurt. */
export function isExportDue({ items, answers }: ReturnType<typeof changesSince>): boolean {
  return items >= muchChange.items || answers >= muchChange.answers;
}
