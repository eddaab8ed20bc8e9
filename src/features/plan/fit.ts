import type { Day } from './day.ts';
import { type PlanItem, studyOrder } from './order.ts';
import { needs, type PlanData } from './plan-data.ts';
import { hoursPerWeek, maxHalfHoursPerDay, type PlanRequest, type Week } from './request.ts';
import { finishOf } from './schedule.ts';

/** How much of a request fits by its date, and what would make the rest fit. */
export interface Fit {
  readonly items: readonly PlanItem[];
  /** What there is no time for, in the order of study. */
  readonly leftOut: readonly PlanItem[];
  /** The shortest week, on the same days, in which everything fits; undefined when all does, or 16 hours a day are too few. */
  readonly week: Week | undefined;
  /** When everything would be done with the hours as they are; undefined when all fits, or it never ends. */
  readonly finishOfAll: Day | undefined;
}

/**
 * Keeps what fits by the date of a request: everything, or everything except the least needed and last topics, so that
 * nothing that stays needs what goes. If not even the first topic fits, it keeps as much of it as there are hours for.
 */
export function fitToDate(request: PlanRequest, { data, items }: { data: PlanData; items: readonly PlanItem[] }): Fit {
  const { target, start } = request;
  const everything = { items, leftOut: [], week: undefined, finishOfAll: undefined };
  if (target === undefined || target < start || items.length === 0 || hoursPerWeek(request.week) === 0)
    return everything;
  const finish = finishOf(items, request);
  const isInTime = (tried: readonly PlanItem[], week = request.week) =>
    tried.length === 0 || (finishOf(tried, { ...request, week }) ?? Number.POSITIVE_INFINITY) <= target;
  if (finish !== undefined && finish <= target) return everything;
  // The share of the needed time that is available: where the searches start.
  const share = finish === undefined ? 0.5 : Math.max(0.01, (target - start + 1) / (finish - start + 1));
  const kept = largestFit({ request, data, items, share, isInTime });
  const keptNames = new Set(kept.map(nameOf));
  const first = items[0];
  return {
    items: kept.length === 0 && first ? beginning(first, request, target) : kept,
    leftOut: items.filter((item) => !keptNames.has(nameOf(item))),
    week: smallestWeek(request.week, { share, isEnough: (week) => isInTime(items, week) }),
    finishOfAll: finish,
  };
}

const nameOf = ({ kind, id }: PlanItem) => `${kind} ${id}`;

interface Search {
  readonly request: PlanRequest;
  readonly data: PlanData;
  readonly items: readonly PlanItem[];
  readonly share: number;
  readonly isInTime: (items: readonly PlanItem[]) => boolean;
}

/** Leaves out as few items as possible: optional topics first, then projects, then recommended topics, then the rest, each from the end. */
function largestFit({ request, data, items, share, isInTime }: Search): readonly PlanItem[] {
  const rank = ({ kind, need }: PlanItem) => (kind === 'project' ? 0.5 : needs.length - 1 - needs.indexOf(need));
  const candidates = items.toReversed().toSorted((a, b) => rank(a) - rank(b));
  const without = (count: number) => {
    const gone = candidates.slice(0, count);
    const names = new Set(gone.map(nameOf));
    const known = new Set([...request.known, ...gone.flatMap(({ kind, id }) => (kind === 'topic' ? [id] : []))]);
    return studyOrder({ ...request, known }, data).items.filter((item) => !names.has(nameOf(item)));
  };
  const guess = Math.round(items.length * (1 - share));
  return without(firstThat({ low: 1, high: items.length, guess }, (count) => isInTime(without(count))));
}

/** As much of a topic as there's time for until a day. */
function beginning(item: PlanItem, request: PlanRequest, target: Day): readonly PlanItem[] {
  const halfHours = firstThat({ low: 1, high: item.halfHours, guess: 1 }, (count) => {
    const finish = finishOf([{ ...item, halfHours: count }], request);
    return finish === undefined || finish > target;
  });
  return halfHours > 1 ? [{ ...item, halfHours: halfHours - 1 }] : [];
}

/** The shortest week that is enough, with all days raised alike in steps of half an hour a week. */
function smallestWeek(
  week: Week,
  { share, isEnough }: { readonly share: number; readonly isEnough: (week: Week) => boolean },
): Week | undefined {
  const present = hoursPerWeek(week) * 2;
  const high = week.filter((halfHours) => halfHours > 0).length * maxHalfHoursPerDay;
  if (!isEnough(widened(week, high))) return undefined;
  const guess = Math.ceil(present / share);
  return widened(
    week,
    firstThat({ low: present + 1, high, guess }, (total) => isEnough(widened(week, total))),
  );
}

/** A week of `total` half hours on the same days, in the same proportions as far as 16 hours a day allow. */
function widened(week: Week, total: number): Week {
  const present = hoursPerWeek(week) * 2;
  const result = week.map((halfHours) => Math.min(maxHalfHoursPerDay, Math.floor((halfHours * total) / present)));
  for (let missing = total - result.reduce((sum, halfHours) => sum + halfHours, 0); missing > 0; ) {
    const before = missing;
    for (let day = 0; day < 7 && missing > 0; day += 1) {
      if (week[day] === 0 || (result[day] ?? 0) >= maxHalfHoursPerDay) continue;
      result[day] = (result[day] ?? 0) + 1;
      missing -= 1;
    }
    if (missing === before) break;
  }
  return result as readonly number[] as Week;
}

/**
 * The first whole number from `low` to `high` that passes; `high` is known to pass.
 * It doubles its steps away from the guess, then bisects: near a good guess, it needs three or four tries.
 */
function firstThat(
  { low, high, guess }: { readonly low: number; readonly high: number; readonly guess: number },
  passes: (value: number) => boolean,
): number {
  let [failing, passing] = [low - 1, high];
  let probe = Math.min(Math.max(guess, low), high - 1);
  for (let step = 1; failing < probe && probe < passing; step *= 2) {
    if (passes(probe)) {
      passing = probe;
      probe -= step;
    } else {
      failing = probe;
      probe += step;
    }
  }
  while (passing - failing > 1) {
    const middle = Math.floor((failing + passing) / 2);
    if (passes(middle)) passing = middle;
    else failing = middle;
  }
  return passing;
}
