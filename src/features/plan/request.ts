import type { Level } from '#content/level.ts';
import type { Day } from './day.ts';
import type { Need } from './plan-data.ts';

/** Days without study, both ends included. */
export interface DaysOff {
  readonly from: Day;
  readonly to: Day;
}

/** What a reader asks of a plan. All of it is in the plan's address. */
export interface PlanRequest {
  readonly role: string | undefined;
  /** Ids of roadmaps, in the order in which they are travelled. */
  readonly lines: readonly string[];
  /** Ids of single topics that the plan leads to, behind the lines. */
  readonly topics: readonly string[];
  /** The roadmap of the branch taken, by `<line>.<phase>`. */
  readonly branches: ReadonlyMap<string, string>;
  /** Stops of this need and of all stronger ones are included. */
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
}

export type Week = readonly [number, number, number, number, number, number, number];

/** The most that a day may have, in half hours: 16 hours. */
export const mostHalvesPerDay = 32;

export const mostLines = 40;
export const mostTopics = 12;
export const mostDaysOff = 40;

/** An hour on workdays, two on Saturday, at 18:00. Part of version 1 of the address: links leave out what is as here. */
export function emptyRequest(start: Day): PlanRequest {
  return {
    role: undefined,
    lines: [],
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
  };
}

/** What a request has more of than a plan takes, in sentences for the reader. */
export function excessOf({ lines, topics, daysOff }: Pick<PlanRequest, 'lines' | 'topics' | 'daysOff'>): string[] {
  const sums = [
    [lines.length, mostLines, 'lines'],
    [topics.length, mostTopics, 'single topics'],
    [daysOff.length, mostDaysOff, 'entries of days off'],
  ] as const;
  return sums
    .filter(([count, most]) => count > most)
    .map(([, most, things]) => `A plan takes at most ${most} ${things}. Nothing was added: remove one first.`);
}

/** Hours of a week, from its half hours. */
export function hoursPerWeek(week: Week): number {
  return week.reduce((sum, halves) => sum + halves, 0) / 2;
}
