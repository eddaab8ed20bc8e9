import { type Day, weekdayOf } from './day.ts';
import { isOff } from './fields.ts';
import type { PlanItem } from './order.ts';
import type { PlanRequest } from './request.ts';
import { ReviewQueue } from './review-queue.ts';
import { WorkQueue } from './work-queue.ts';

/** A stretch of study on one day, of one thing. */
export interface Block {
  readonly kind: PlanItem['kind'] | 'review';
  readonly day: Day;
  /** Half hours. */
  readonly halves: number;
  /** When it begins, in minutes after midnight. */
  readonly at: number;
  /** The item, or the topics that a review session goes over. */
  readonly items: readonly PlanItem[];
  /** Counts from 1: the days of the item, or the review sessions of the plan. */
  readonly part: number;
  readonly parts: number;
}

export interface Schedule {
  readonly blocks: readonly Block[];
  /** The day of the last topic or project; undefined when there is none or the plan does not end. */
  readonly finish: Day | undefined;
  /** Whether it was broken off after twenty years. */
  readonly isEndless: boolean;
}

type Timetable = Pick<PlanRequest, 'week' | 'at' | 'start' | 'daysOff' | 'hasReviews'>;

/** The longest that a plan may take, in days: twenty years. */
const horizon = 7305;

const minutesPerHalf = 30;
const minutesPerDay = 24 * 60;

/**
 * Lays items on days, in their order, in half hours, as many on a day as the week has for it and none on days off.
 * A review session, when one is due, is the first half hour of a day.
 */
export function schedule(items: readonly PlanItem[], timetable: Timetable): Schedule {
  const blocks: Untimed[] = [];
  const end = layOut(items, timetable, (block) => blocks.push(block));
  return { ...end, blocks: withParts(withTimes(blocks, timetable.at)) };
}

/** The day on which the last topic or project of a schedule would end, without the schedule. */
export function finishOf(items: readonly PlanItem[], timetable: Timetable): Day | undefined {
  return layOut(items, { ...timetable, isBrief: true }, () => {}).finish;
}

/** Walks through the days and places blocks; with `isBrief` it stops when the last item is done, reviews or not. */
function layOut(
  items: readonly PlanItem[],
  { week, start, daysOff, hasReviews, isBrief }: Timetable & { readonly isBrief?: true },
  place: (block: Untimed) => void,
): Omit<Schedule, 'blocks'> {
  const work = new WorkQueue(items);
  const reviews = new ReviewQueue();
  let finish: Day | undefined;
  const end = week.every((halves) => halves === 0) ? start : start + horizon;
  for (let day = start; day < end && !(work.isEmpty && (isBrief || reviews.isEmpty)); day += 1) {
    const halves = isOff(day, daysOff) ? 0 : (week[weekdayOf(day)] ?? 0);
    const due = halves > 0 ? reviews.take(day) : [];
    if (due.length > 0) place({ kind: 'review', day, halves: 1, items: due });
    for (const { item, halves: taken, isLast } of work.take(due.length > 0 ? halves - 1 : halves)) {
      place({ kind: item.kind, day, halves: taken, items: [item] });
      if (isLast) finish = day;
      if (isLast && item.kind === 'topic' && hasReviews) reviews.learned(item, day);
    }
  }
  return { finish: work.isEmpty ? finish : undefined, isEndless: !work.isEmpty };
}

type Untimed = Omit<Block, 'at' | 'part' | 'parts'>;
type Timed = Omit<Block, 'part' | 'parts'>;

/** Puts the blocks of each day one behind the other; a day that would run past midnight begins earlier. */
function withTimes(blocks: readonly Untimed[], wanted: number): readonly Timed[] {
  return [...Map.groupBy(blocks, ({ day }) => day).values()].flatMap((today) => {
    const minutes = today.reduce((sum, { halves }) => sum + halves * minutesPerHalf, 0);
    let next = Math.min(wanted, minutesPerDay - minutes);
    return today.map((block) => {
      const at = next;
      next += block.halves * minutesPerHalf;
      return { ...block, at };
    });
  });
}

/** Numbers the days of each item, and the review sessions of the plan. */
function withParts(blocks: readonly Timed[]): readonly Block[] {
  const keyOf = ({ kind, items: [item] }: Timed) => (kind === 'review' ? kind : item);
  const parts = new Map<ReturnType<typeof keyOf>, number>();
  const numbered = blocks.map((block) => {
    const part = (parts.get(keyOf(block)) ?? 0) + 1;
    parts.set(keyOf(block), part);
    return { ...block, part };
  });
  return numbered.map((block) => ({ ...block, parts: parts.get(keyOf(block)) ?? 1 }));
}
