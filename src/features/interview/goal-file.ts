import { levels } from '#content/level.ts';
import { fileFormat } from '#lib/stored-file.ts';
import { type DaySet, type Goal, minuteChoices } from './prepare.ts';

/** What is kept of a preparation: the goal, when it was set, and the set of the day. */
export interface Preparation {
  readonly goal: Goal | undefined;
  /** When the goal or the set changed last, in milliseconds since 1970. */
  readonly at: number;
  readonly today: DaySet | undefined;
}

export const noPreparation: Preparation = { goal: undefined, at: 0, today: undefined };

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`));
const isId = (value: unknown): value is string => typeof value === 'string' && /^[a-z0-9-]{0,60}$/u.test(value);

/**
 * How a preparation stands in storage and inside a backup. A goal that makes no sense is left out; a text that names no
 * version is read as the first.
 */
export const preparationFormat = fileFormat<Preparation>({
  kind: 'wayline-interview',
  hasVersion: () => true,
  maxCharacters: Number.POSITIVE_INFINITY,
  write: ({ goal, at, today }) => ({ at, goal, today }),
  read: (file) => {
    const goal = readGoal(file['goal']);
    const at = typeof file['at'] === 'number' && file['at'] > 0 ? file['at'] : 0;
    const isWrong = file['goal'] !== undefined && !goal;
    return { value: { goal, at, today: goal && readDay(file['today']) }, errors: Number(isWrong) };
  },
});

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
