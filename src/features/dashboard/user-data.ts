import { laterPreparation, noPreparation, type Preparation, preparationFormat } from '#features/interview/index.ts';
import { type LabWork, labWorkFormat, labWorkNotAfter, mergeLabWork } from '#features/labs/index.ts';
import { mergeNotes, type Notes, notesFormat, renameNotes } from '#features/notes/index.ts';
import { mergePlans, plansFormat, type SavedPlan } from '#features/plan/index.ts';
import {
  emptyState,
  type Moment,
  mergeStates,
  type PracticeState,
  practiceFormat,
  notAfter as practiceNotAfter,
} from '#features/practice/index.ts';
import { type Marks, marksFormat, mergeMarks, renameMarks } from '#features/progress/index.ts';
import { notAfter } from '#lib/dated-entries.ts';
import type { FileFormat } from '#lib/stored-file.ts';

/** Everything that the site stores about a reader. */
export interface UserData {
  readonly marks: Marks;
  readonly practice: PracticeState;
  readonly notes: Notes;
  readonly labs: LabWork;
  /** Saved study plans, the latest change first. */
  readonly plans: readonly SavedPlan[];
  readonly interview: Preparation;
}

export type PartName = keyof UserData;

export const noUserData: UserData = {
  marks: new Map(),
  practice: emptyState,
  notes: new Map(),
  labs: new Map(),
  plans: [],
  interview: noPreparation,
};

interface Part<Value> {
  /** What messages call it. */
  readonly title: string;
  readonly format: Pick<FileFormat<Value>, 'toPlain' | 'fromPlain'>;
  /** Merges what two browsers have, item by item; the newer one wins. */
  readonly merge: (a: Value, b: Value) => Value;
}

/** A backup has the plans, but not which one was open last. */
const planList: Part<readonly SavedPlan[]>['format'] = {
  toPlain: (plans) => plansFormat.toPlain({ plans, last: undefined }),
  fromPlain: (plain) => {
    const read = plansFormat.fromPlain(plain);
    return read.ok ? { ...read, value: mergePlans([], read.value.plans) } : read;
  },
};

export const parts: { readonly [Name in PartName]: Part<UserData[Name]> } = {
  marks: { title: 'marks', format: marksFormat, merge: mergeMarks },
  practice: { title: 'answers', format: practiceFormat, merge: mergeStates },
  notes: { title: 'notes', format: notesFormat, merge: mergeNotes },
  labs: { title: 'labs', format: labWorkFormat, merge: mergeLabWork },
  plans: { title: 'plans', format: planList, merge: mergePlans },
  interview: { title: 'interview goals', format: preparationFormat, merge: laterPreparation },
};

export const partNames = Object.keys(parts) as PartName[];

/** Makes user data part by part. */
export function mapParts(make: <Name extends PartName>(name: Name) => UserData[Name]): UserData {
  return {
    marks: make('marks'),
    practice: make('practice'),
    notes: make('notes'),
    labs: make('labs'),
    plans: make('plans'),
    interview: make('interview'),
  };
}

/** Merges what two browsers have, item by item; the newer one wins. */
export function mergeUserData(a: UserData, b: UserData): UserData {
  return mapParts((name) => parts[name].merge(a[name], b[name]));
}

/** Prepares what came from outside for merging: former ids become current ones, and no date is in the future. */
export function normalizeUserData(
  { marks, practice, notes, labs, plans, interview }: UserData,
  { now, renames }: { readonly now: Moment; readonly renames: ReadonlyMap<string, string> },
): UserData {
  return {
    marks: renameMarks(notAfter(marks, now.at), renames),
    practice: practiceNotAfter(practice, now),
    notes: renameNotes(notAfter(notes, now.at), renames),
    labs: labWorkNotAfter(labs, now.at),
    plans: plans.map((plan) => ({ ...plan, changed: Math.min(plan.changed, now.at) })),
    interview: { ...interview, at: Math.min(interview.at, now.at) },
  };
}

/** Counts what has changed since a moment: marks, notes and links, labs, and answers to cards. */
export function changesSince(
  { marks, practice, notes, labs }: UserData,
  moment: number,
): { readonly items: number; readonly answers: number } {
  const isNewer = ({ at }: { readonly at: number }) => at > moment;
  const items = [...marks.values(), ...notes.values(), ...labs.values()].filter(isNewer).length;
  const answers = [...practice.histories.values()].reduce((sum, history) => sum + history.filter(isNewer).length, 0);
  return { items, answers };
}

/** The reader is reminded to back up after this many changes: an evening of marks, or a week of practice. */
const muchChange = { items: 30, answers: 100 };

/** Whether so much has changed that losing it would hurt. */
export function isExportDue({ items, answers }: ReturnType<typeof changesSince>): boolean {
  return items >= muchChange.items || answers >= muchChange.answers;
}
