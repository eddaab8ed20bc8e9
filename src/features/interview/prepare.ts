import { type Level, levels } from '#content/level.ts';

/** 2: its main topic is one that the role needs; 1: another of its topics is; 0: neither, though the role is asked it. */
export type Closeness = 0 | 1 | 2;

/** A question as preparation picks it. */
export interface PrepQuestion {
  readonly id: string;
  readonly title: string;
  readonly kind: 'concept' | 'design-challenge' | 'coding' | 'behavioral';
  readonly level: Level;
  /** How close it is to each role whose interviews ask it. */
  readonly roles: Readonly<Record<string, Closeness>>;
  /** The id of the area of its main topic. */
  readonly area: string;
  /** How often it is asked: 0 is most often. */
  readonly rank: number;
  /** The area of the language that it is about; empty for none. */
  readonly language: string;
}

export interface PrepLab {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly level: Level;
  readonly minutes: number;
  readonly engine: 'js' | 'sql' | 'python';
}

/** `/interview/data.json`. */
export interface InterviewData {
  readonly questions: readonly PrepQuestion[];
  readonly labs: readonly PrepLab[];
  readonly areas: Readonly<Record<string, string>>;
}

/** What a reader prepares for. Days are local, `YYYY-MM-DD`. */
export interface Goal {
  readonly role: string;
  readonly level: Level;
  /** The area of a language; empty for none in particular. */
  readonly language: string;
  /** The day of the interview; empty when there is none yet. */
  readonly date: string;
  /** Minutes a day. */
  readonly minutes: number;
  /** The day on which the preparation began. */
  readonly from: string;
}

/** What one day holds. The set stays as it is for the day, whatever is rated meanwhile. */
export interface DaySet {
  readonly day: string;
  readonly questions: readonly string[];
  readonly lab: string | undefined;
  /** Minutes of a mock interview; 0 on days without one. */
  readonly mock: number;
}

export const minuteChoices = [15, 30, 45, 60, 90, 120] as const;

/** Minutes to answer a card aloud, look and rate it. Our estimate. */
const minutesFor = { concept: 3, behavioral: 3, coding: 6, 'design-challenge': 15 } as const satisfies Record<
  PrepQuestion['kind'],
  number
>;

const reviewMinutes = 1.5;

/** Days from one local day to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** The day that lies so many days after another. */
function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The days of a preparation, the first one and the last before the interview included; two weeks without a date. */
export function daysOf({ from, date }: Pick<Goal, 'from' | 'date'>): readonly string[] {
  const count = date === '' ? 14 : Math.min(366, Math.max(1, daysBetween(from, date)));
  return Array.from({ length: count }, (_, index) => dayAfter(from, index));
}

/** The days of mock interviews: after a third, after two thirds, and the day before the interview. */
export function mockDays(goal: Pick<Goal, 'from' | 'date'>): readonly string[] {
  const days = daysOf(goal);
  if (days.length < 3) return days.slice(-1);
  const places = [Math.floor(days.length / 3), Math.floor((days.length * 2) / 3), days.length - 1];
  return [...new Set(places)].map((place) => days[place] ?? '');
}

/** Whether a question may be asked in the interview: of the role or the chosen language, at its levels so far. */
function isAsked(question: PrepQuestion, { role, level, language }: Goal): boolean {
  const isAbove = levels.indexOf(question.level) > levels.indexOf(level);
  return !isAbove && (question.language === '' ? role in question.roles : question.language === language);
}

/** How close a question that may be asked is to the role; the language is as close as can be. */
export function closenessOf({ roles, language }: PrepQuestion, { role }: Pick<Goal, 'role'>): Closeness {
  return language === '' ? (roles[role] ?? 0) : 2;
}

/** Whether a question comes before all others: about what the role or the language needs, and asked often or very often. */
const comesFirst = (question: PrepQuestion, goal: Pick<Goal, 'role'>): boolean =>
  closenessOf(question, goal) === 2 && question.rank <= 1;

/** How well the reader rated an answer, from 0 (not at all) to 1 (sure); undefined before the first rating. */
export type RatingOf = (questionId: string) => number | undefined;

/** How ready a reader is in an area. */
export interface Readiness {
  readonly area: string;
  readonly questions: number;
  readonly rated: number;
  /** From 0 to 1 over all its questions; what was never rated counts 0. */
  readonly value: number;
}

/** Readiness by area from the reader's own ratings, the weakest first. */
export function readinessOf(data: InterviewData, goal: Goal, ratingOf: RatingOf): readonly Readiness[] {
  const byArea = Map.groupBy(
    data.questions.filter((question) => isAsked(question, goal)),
    ({ area }) => area,
  );
  return [...byArea]
    .map(([area, questions]) => {
      const ratings = questions.flatMap(({ id }) => ratingOf(id) ?? []);
      const value = ratings.reduce((sum, rating) => sum + rating, 0) / questions.length;
      return { area, questions: questions.length, rated: ratings.length, value };
    })
    .toSorted((a, b) => a.value - b.value || b.questions - a.questions || (a.area < b.area ? -1 : 1));
}

/** A day, and what the reader has done until then. */
interface DayContext {
  readonly day: string;
  readonly ratingOf: RatingOf;
  readonly hasPassed: (labId: string) => boolean;
  /** Reviews that wait, which come first and take at most a fifth of the time. */
  readonly due: number;
}

/** What to do on a day: a mock interview on its days, else a lab when there is time for one, and new questions in what is left. */
export function drawDay(data: InterviewData, goal: Goal, { day, due, ratingOf, hasPassed }: DayContext): DaySet {
  const mock = mockDays(goal).includes(day) ? Math.min(45, Math.max(15, goal.minutes)) : 0;
  let left = goal.minutes - Math.min(due * reviewMinutes, goal.minutes / 5) - mock;
  const weakness = new Map(readinessOf(data, goal, ratingOf).map(({ area, value }) => [area, value]));
  const open = data.questions.filter((question) => isAsked(question, goal) && ratingOf(question.id) === undefined);
  const maxMinutes = Math.min(left * 0.5, spareMinutes(open, goal, day));
  const labs = data.labs.filter(({ id }) => !hasPassed(id));
  const lab = mock > 0 ? undefined : pickLab(labs, goal, { maxMinutes, weakness });
  left -= lab?.minutes ?? 0;
  return { day, questions: pickQuestions(open, goal, { left, weakness }), lab: lab?.id, mock };
}

/** The minutes of the first week that the questions which come first leave over, with a fifth of each day for reviews. */
function spareMinutes(open: readonly PrepQuestion[], goal: Goal, day: string): number {
  const mocks = mockDays(goal);
  const days = daysOf(goal)
    .slice(0, 7)
    .filter((other) => other >= day && !mocks.includes(other));
  const needed = open.filter((question) => comesFirst(question, goal));
  if (needed.length === 0) return Number.POSITIVE_INFINITY;
  return days.length * goal.minutes * 0.8 - needed.reduce((sum, { kind }) => sum + minutesFor[kind], 0);
}

/** The hardest one that fits, from the weakest of the areas that the interview asks about. */
function pickLab(
  labs: readonly PrepLab[],
  { level, language }: Goal,
  { maxMinutes, weakness }: { maxMinutes: number; weakness: ReadonlyMap<string, number> },
): PrepLab | undefined {
  const engines =
    language === 'python' ? ['sql', 'python'] : ['', 'nodejs'].includes(language) ? ['sql', 'js'] : ['sql'];
  const fits = labs.filter(
    (lab) =>
      engines.includes(lab.engine) &&
      levels.indexOf(lab.level) <= levels.indexOf(level) &&
      lab.minutes <= maxMinutes &&
      weakness.has(lab.area),
  );
  return fits.toSorted(
    (a, b) =>
      levels.indexOf(b.level) - levels.indexOf(a.level) ||
      (weakness.get(a.area) ?? 1) - (weakness.get(b.area) ?? 1) ||
      (a.id < b.id ? -1 : 1),
  )[0];
}

/** How much less a question is wanted after another one: much less after one from its area, a little less in the language. */
function crowding(taken: PrepQuestion, { language, area }: PrepQuestion): number {
  if (language !== '') return taken.language === language ? 0.3 : 0;
  return taken.language === '' && taken.area === area ? 1 : 0;
}

/**
 * What the role or the language needs and is asked often, then what is asked most and is close to them; at the level of the
 * interview, from weak areas, and each from another area while there are any.
 */
function pickQuestions(
  open: readonly PrepQuestion[],
  goal: Goal,
  { left, weakness }: { left: number; weakness: ReadonlyMap<string, number> },
): readonly string[] {
  const cost = (question: PrepQuestion) =>
    (comesFirst(question, goal) ? 0 : 100) +
    question.rank -
    closenessOf(question, goal) -
    (question.language === '' ? 0 : 2) +
    (levels.indexOf(goal.level) - levels.indexOf(question.level)) * 0.5 +
    (weakness.get(question.area) ?? 0);
  const costs = new Map(open.map((question) => [question, cost(question)]));
  const taken: PrepQuestion[] = [];
  for (let time = left; time > 0; ) {
    const fits = [...costs.keys()].filter(({ kind }) => minutesFor[kind] <= time || taken.length === 0);
    const [next] = fits.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0) || (a.id < b.id ? -1 : 1));
    if (!next) break;
    taken.push(next);
    costs.delete(next);
    for (const [other, before] of costs) costs.set(other, before + crowding(next, other));
    time -= minutesFor[next.kind];
  }
  return taken.map(({ id }) => id);
}
