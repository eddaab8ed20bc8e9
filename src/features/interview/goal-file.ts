import { levels } from '#content/level.ts';
import { isRecord } from '#lib/stored-file.ts';
import { type DaySet, type Goal, minuteChoices } from './prepare.ts';

/** What is kept of a preparation: the goal, when it was set, and the set of the day. */
export interface Preparation {
  readonly goal: Goal | undefined;
  /** When the goal or the set changed last, in milliseconds since 1970. */
  readonly at: number;
  readonly today: DaySet | undefined;
}

export const noPreparation: Preparation = { goal: undefined, at: 0, today: undefined };

const version = 1;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{0,60}$/u.test(value);

export function serializePreparation(preparation: Preparation): string {
  return JSON.stringify(preparationToPlain(preparation));
}

/** A preparation as plain values, for a backup. */
export const preparationToPlain = ({ goal, at, today }: Preparation) => ({
  kind: 'wayline-interview',
  version,
  at,
  goal,
  today,
});

type Parsed =
  | { readonly ok: true; readonly value: Preparation; readonly refused: number }
  | { readonly ok: false; readonly error: 'corrupt' | 'future' };

/** Reads what was stored. A goal that makes no sense is told as corrupt, and the text is put aside by the store. */
export function parsePreparation(text: string): Parsed {
  try {
    return preparationFromPlain(JSON.parse(text));
  } catch {
    return { ok: false, error: 'corrupt' };
  }
}

/** Reads plain values, as they stand in storage and in a backup. */
export function preparationFromPlain(plain: unknown): Parsed {
  if (!isRecord(plain) || plain['kind'] !== 'wayline-interview') return { ok: false, error: 'corrupt' };
  if (Number(plain['version']) > version) return { ok: false, error: 'future' };
  const goal = readGoal(plain['goal']);
  const at = typeof plain['at'] === 'number' && plain['at'] > 0 ? plain['at'] : 0;
  const isRefused = plain['goal'] !== undefined && !goal;
  return { ok: true, value: { goal, at, today: goal && readDay(plain['today']) }, refused: Number(isRefused) };
}

function readGoal(value: unknown): Goal | undefined {
  const { role, level, language, date, minutes, from } = (value ?? {}) as { [key in keyof Goal]?: unknown };
  const isGood =
    isId(role) &&
    role !== '' &&
    isId(language) &&
    (date === '' || isDay(date)) &&
    isDay(from) &&
    levels.some((each) => each === level) &&
    minuteChoices.some((each) => each === minutes);
  return isGood ? ({ role, level, language, date, minutes, from } as Goal) : undefined;
}

function readDay(value: unknown): DaySet | undefined {
  const { day, questions, lab, mock } = (value ?? {}) as { [key in keyof DaySet]?: unknown };
  if (!isDay(day) || !Array.isArray(questions) || !questions.every(isId) || questions.length > 200) return undefined;
  return { day, questions, lab: isId(lab) ? lab : undefined, mock: typeof mock === 'number' ? mock : 0 };
}

/** What two tabs know: the later change counts. */
export function laterPreparation(mine: Preparation, theirs: Preparation): Preparation {
  return theirs.at > mine.at ? theirs : mine;
}
