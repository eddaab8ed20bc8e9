import { preparationFromPlain, preparationToPlain } from '#features/interview/index.ts';
import { labWorkFromPlain, labWorkToPlain } from '#features/labs/index.ts';
import { fromPlain as notesFromPlain, toPlain as notesToPlain } from '#features/notes/index.ts';
import { mergePlans, plansFromPlain, plansToPlain } from '#features/plan/index.ts';
import { fromPlain as practiceFromPlain, toPlain as practiceToPlain } from '#features/practice/index.ts';
import { parse, serialize } from '#features/progress/index.ts';
import { noUserData, type UserData } from './user-data.ts';

export type ReadUserData =
  | {
      readonly ok: true;
      readonly userData: UserData;
      /** What could not be read, in sentences. */
      readonly errors: readonly string[];
    }
  | { readonly ok: false; readonly reason: string };

/** Objects that a newer version stored, which this one cannot read. */
interface Newer {
  readonly progress?: object | undefined;
  readonly practice?: object | undefined;
  readonly notes?: object | undefined;
  readonly labs?: object | undefined;
  readonly interview?: object | undefined;
}

/**
 * Writes everything as one export file.
 * @param newer goes along untouched in place of what this version knows, for a newer version to read.
 */
export function writeUserData(userData: UserData, newer: Newer = {}): string {
  const { marks, practice, notes, labs, plans, interview } = userData;
  const others = {
    practice: newer.practice ?? practiceToPlain(practice),
    notes: newer.notes ?? notesToPlain(notes),
    labs: newer.labs ?? labWorkToPlain(labs),
    plans: plansToPlain(plans),
    interview: newer.interview ?? preparationToPlain(interview),
  };
  return newer.progress ? JSON.stringify({ ...newer.progress, ...others }) : serialize(marks, others);
}

/** The most entries of each kind that an import may bring. Whoever marks, notes and answers everything here has some thousands. */
export const maxImported = 10_000;

/** Why there is too much in a file to import it, in a sentence; undefined when there is not. */
export function tooMuch({ marks, practice, notes, labs, plans }: UserData): string | undefined {
  const counts = [
    ['marks', marks.size],
    ['notes and links', notes.size],
    ['practice cards', practice.histories.size],
    ['labs', labs.size],
    ['plans', plans.length],
  ] as const;
  const over = counts.filter(([, count]) => count > maxImported).map(([name, count]) => `${inWords(count)} ${name}`);
  if (over.length === 0) return undefined;
  return `The file has ${over.join(' and ')}; at most ${inWords(maxImported)} of each can be imported.`;
}

const inWords = (count: number) => count.toLocaleString('en');

/** Reads an export file of any version so far, or anything else without harm: the good part is taken, the rest is said. */
export function readUserData(text: string): ReadUserData {
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, reason: parsed.reason };
  const practice = parsed.practice === undefined ? undefined : practiceFromPlain(parsed.practice);
  const notes = parsed.notes === undefined ? undefined : notesFromPlain(parsed.notes);
  const labs = parsed.labs === undefined ? undefined : labWorkFromPlain(parsed.labs);
  const plans = parsed.plans === undefined ? undefined : plansFromPlain(parsed.plans);
  const interview = parsed.interview === undefined ? undefined : preparationFromPlain(parsed.interview);
  return {
    ok: true,
    userData: {
      marks: parsed.marks,
      practice: practice?.ok ? practice.state : noUserData.practice,
      notes: notes?.ok ? notes.value : noUserData.notes,
      labs: labs?.ok ? labs.value : noUserData.labs,
      plans: plans?.ok ? mergePlans([], plans.value.plans) : noUserData.plans,
      interview: interview?.ok ? interview.value : noUserData.interview,
    },
    errors: [
      ...refusal('marks', parsed.refused),
      ...(practice ? describeIssues('answers', practice) : []),
      ...(notes ? describeIssues('notes', notes) : []),
      ...(labs ? describeIssues('labs', labs) : []),
      ...(plans ? describeIssues('plans', plans) : []),
      ...(interview ? describeIssues('interview goals', interview) : []),
    ],
  };
}

type Part = { readonly ok: true; readonly refused: number } | { readonly ok: false; readonly error: string };

function describeIssues(name: string, part: Part): readonly string[] {
  if (part.ok) return refusal(name, part.refused);
  return [
    part.error === 'future'
      ? `Its ${name} were written by a newer version of Wayline and are left out.`
      : `Its ${name} could not be read and are left out.`,
  ];
}

const refusal = (name: string, refused: number) =>
  refused > 0 ? [`${refused} of its ${name} could not be read and are left out.`] : [];
