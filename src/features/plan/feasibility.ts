import type { Day } from './day.ts';
import { type PlanItem, studyOrder } from './order.ts';
import { needs, type PlanData } from './plan-data.ts';
import { hoursPerWeek, mostHalvesPerDay, type PlanRequest, type Week } from './request.ts';
import { finishOf } from './schedule.ts';

/** Whether the target is met, and what would make it where it is not. */
export type Verdict =
  | { readonly kind: 'no-target' }
  | { readonly kind: 'met'; readonly daysToSpare: number }
  | {
      readonly kind: 'missed';
      /** Undefined when the plan does not end within twenty years. */
      readonly daysLate: number | undefined;
      /** The shortest week, on the same days, with which the target is met; undefined when 16 hours a day are too few. */
      readonly week: Week | undefined;
      /** The fewest stops to leave out, the least needed and last first; undefined when even the stops that lines must have are too many. */
      readonly leaveOut: readonly PlanItem[] | undefined;
      /** When the plan would end with must stops alone. */
      readonly finishOfMusts: Day | undefined;
    };

/** Compares the finish with the target. Every way out was tried on the calendar, not estimated. */
export function judge(
  request: PlanRequest,
  { data, items, finish }: { data: PlanData; items: readonly PlanItem[]; finish: Day | undefined },
): Verdict {
  const { target } = request;
  if (target === undefined || items.length === 0) return { kind: 'no-target' };
  if (finish !== undefined && finish <= target) return { kind: 'met', daysToSpare: target - finish };
  const isInTime = (tried: PlanRequest, of: readonly PlanItem[]) =>
    (finishOf(of, tried) ?? Number.POSITIVE_INFINITY) <= target;
  // The share of the time that there is, which is where the searches begin.
  const share =
    finish === undefined ? 0.5 : Math.max(0.01, (target - request.start + 1) / (finish - request.start + 1));
  return {
    kind: 'missed',
    daysLate: finish === undefined ? undefined : finish - target,
    week: smallestWeek(request.week, { share, isEnough: (week) => isInTime({ ...request, week }, items) }),
    leaveOut: fewest(items, {
      share,
      isEnough: (without) =>
        isInTime(request, studyOrder({ ...request, known: new Set([...request.known, ...without]) }, data).items),
    }),
    finishOfMusts: finishOf(studyOrder({ ...request, need: 'must' }, data).items, request),
  };
}

/** Raises all days of a week alike, in steps of half an hour a week, until it is enough. */
function smallestWeek(
  week: Week,
  { share, isEnough }: { readonly share: number; readonly isEnough: (week: Week) => boolean },
): Week | undefined {
  const present = hoursPerWeek(week) * 2;
  const high = week.filter((halves) => halves > 0).length * mostHalvesPerDay;
  if (present === 0 || !isEnough(widened(week, high))) return undefined;
  const guess = Math.ceil(present / share);
  return widened(
    week,
    firstThat({ low: present + 1, high, guess }, (total) => isEnough(widened(week, total))),
  );
}

/** A week of `total` half hours on the same days, in the same proportions as far as 16 hours a day allow. */
function widened(week: Week, total: number): Week {
  const present = hoursPerWeek(week) * 2;
  const result = week.map((halves) => Math.min(mostHalvesPerDay, Math.floor((halves * total) / present)));
  for (let missing = total - result.reduce((sum, halves) => sum + halves, 0); missing > 0; ) {
    const before = missing;
    for (let day = 0; day < 7 && missing > 0; day += 1) {
      if (week[day] === 0 || (result[day] ?? 0) >= mostHalvesPerDay) continue;
      result[day] = (result[day] ?? 0) + 1;
      missing -= 1;
    }
    if (missing === before) break;
  }
  return result as readonly number[] as Week;
}

/** The shortest run of topics to leave out, weakest need and latest place first, so that nothing kept needs what goes. */
function fewest(
  items: readonly PlanItem[],
  { share, isEnough }: { readonly share: number; readonly isEnough: (without: readonly string[]) => boolean },
): readonly PlanItem[] | undefined {
  const candidates = items
    .filter(({ kind, need }) => kind === 'topic' && need !== 'must')
    .toReversed()
    .toSorted((a, b) => needs.indexOf(b.need) - needs.indexOf(a.need));
  const ids = candidates.map(({ id }) => id);
  if (ids.length === 0 || !isEnough(ids)) return undefined;
  const guess = Math.round(items.length * (1 - share));
  const count = firstThat({ low: 1, high: ids.length, guess }, (tried) => isEnough(ids.slice(0, tried)));
  return candidates.slice(0, count);
}

/**
 * The first whole number from `low` to `high` that passes; `high` is known to pass.
 * It steps away from the guess in doubled steps, then halves: near a good guess it asks three or four times.
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
