import type { Level } from '#content/level.ts';
import type { Day } from './day.ts';
import type { Need } from './plan-data.ts';

/** What a plan is for; it decides what the questions suggest. */
export const goals = ['new-career', 'interview', 'promotion', 'topic'] as const;

export type Goal = (typeof goals)[number];

/** Days without study, both ends included. */
export interface DaysOff {
  readonly from: Day;
  readonly to: Day;
}

/** What a reader asks for. All of it is in the plan's address. */
export interface PlanRequest {
  /** Undefined in links from before plans had a goal. */
  readonly goal: Goal | undefined;
  readonly role: string | undefined;
  /** Ids of roadmaps, in the order of study. */
  readonly roadmaps: readonly string[];
  /** Ids of single topics, which come after the roadmaps. */
  readonly topics: readonly string[];
  /** The branch taken of a roadmap, by the roadmap's id. */
  readonly branches: ReadonlyMap<string, string>;
  /** Topics that are needed this much, or more, are included. */
  readonly need: Need;
  /** Topics of this level and below count as known. */
  readonly level: Level | undefined;
  /** Ids of topics that the reader knows or leaves out. */
  readonly known: ReadonlySet<string>;
  /** Half hours of study from Monday to Sunday. */
  readonly week: Week;
  /** When study begins on a day, in minutes after midnight. */
  readonly at: number;
  readonly start: Day;
  readonly target: Day | undefined;
  readonly daysOff: readonly DaysOff[];
  readonly hasReviews: boolean;
  readonly hasProjects: boolean;
  /** Whether to add prerequisites that the roadmaps don't have. Those of single topics are always added. */
  readonly hasPrerequisites: boolean;
}

export type Week = readonly [number, number, number, number, number, number, number];

/** The longest day of study, in half hours: 16 hours. */
export const maxHalfHoursPerDay = 32;

export const maxRoadmaps = 40;
export const maxTopics = 40;
export const maxDaysOff = 40;

/** An hour on workdays, two on Saturday, at 18:00. Part of version 1 of the address: links leave out what equals this. */
export function emptyRequest(start: Day): PlanRequest {
  return {
    goal: undefined,
    role: undefined,
    roadmaps: [],
    topics: [],
    branches: new Map(),
    need: 'should',
    level: undefined,
    known: new Set(),
    week: [2, 2, 2, 2, 2, 4, 0],
    at: 18 * 60,
    start,
    target: undefined,
    daysOff: [],
    hasReviews: true,
    hasProjects: true,
    hasPrerequisites: true,
  };
}

/** Days until an interview, unless the reader enters a date. */
const daysToInterview = 14;

/** What the questions suggest for a goal. An experienced developer doesn't have to study what juniors know. */
export function suggestionFor(goal: Goal, start: Day): Partial<PlanRequest> {
  const role = 'backend-developer';
  const usual: Partial<PlanRequest> = {
    goal,
    role: undefined,
    roadmaps: [],
    topics: [],
    target: undefined,
    need: 'should',
    hasPrerequisites: false,
    hasProjects: false,
  };
  const suggestions: Readonly<Record<Goal, Partial<PlanRequest>>> = {
    'new-career': { roadmaps: ['beginner'], level: undefined, hasProjects: true },
    interview: { role, level: 'beginner', target: start + daysToInterview },
    promotion: { role, level: 'intermediate' },
    topic: { level: 'beginner' },
  };
  return { ...usual, ...suggestions[goal] };
}

/** What a request has too much of, in sentences for the reader. */
export function limitErrors({ roadmaps, topics, daysOff }: PlanRequest): string[] {
  const sums = [
    [roadmaps.length, maxRoadmaps, 'roadmaps'],
    [topics.length, maxTopics, 'single topics'],
    [daysOff.length, maxDaysOff, 'entries of days off'],
  ] as const;
  return sums
    .filter(([count, max]) => count > max)
    .map(([, max, things]) => `A plan takes at most ${max} ${things}. Nothing was added: remove one first.`);
}

/** Whether a day is in one of the ranges. */
export function isOff(day: Day, daysOff: readonly DaysOff[]): boolean {
  return daysOff.some(({ from, to }) => day >= from && day <= to);
}

/** Hours of a week, from its half hours. */
export function hoursPerWeek(week: Week): number {
  return week.reduce((sum, halfHours) => sum + halfHours, 0) / 2;
}

/** Spreads another number of hours over the study days of a week, or over all days if it has none. */
export function redistributeHours(hours: number, week: Week): Week {
  const days = week.map((halfHours) => halfHours > 0);
  return spreadHours(hours, days.includes(true) ? days : days.map(() => true));
}

/** Spreads hours evenly over the chosen days. Leftover half hours go to the last ones, where the weekend is. */
export function spreadHours(hours: number, days: readonly boolean[]): Week {
  const count = days.filter(Boolean).length;
  const halfHours = Math.min(Math.round(hours * 2), count * maxHalfHoursPerDay);
  let left = count;
  const extra = count === 0 ? 0 : halfHours % count;
  return days.map((isChosen) => {
    if (!isChosen) return 0;
    left -= 1;
    return Math.floor(halfHours / count) + (left < extra ? 1 : 0);
  }) as readonly number[] as Week;
}
