import { type Day, weekdayOf } from './day.ts';
import type { PlanItem } from './order.ts';
import { isOff, type PlanRequest } from './request.ts';

/** A stretch of study on one day, about one thing. */
export interface Block {
  readonly kind: PlanItem['kind'] | 'review';
  readonly day: Day;
  /** Half hours. */
  readonly halfHours: number;
  /** When it begins, in minutes after midnight. */
  readonly at: number;
  /** The item, or the topics that a review session goes over. */
  readonly items: readonly PlanItem[];
  /** Counts from 1: the days of the item, or the review sessions of the plan. */
  readonly part: number;
  /** Half hours of the item that were studied before. */
  readonly from: number;
}

type Timetable = Pick<PlanRequest, 'week' | 'at' | 'start' | 'daysOff' | 'hasReviews'>;

/** How long a plan may take, in days: twenty years. */
const horizon = 7305;

const minutesPerHalf = 30;
const minutesPerDay = 24 * 60;

/**
 * Spreads items over days, in their order: each day gets the half hours that the week has for it, and days off get none.
 * If a review session is due, it takes the first half hour of a day.
 */
export function schedule(items: readonly PlanItem[], timetable: Timetable) {
  const blocks: Untimed[] = [];
  const end = layOut(items, timetable, (block) => blocks.push(block));
  return { ...end, blocks: withParts(withTimes(blocks, timetable.at)) };
}

/** The day on which the last topic or project would end. Faster than a whole schedule. */
export function finishOf(items: readonly PlanItem[], timetable: Timetable): Day | undefined {
  return layOut(items, { ...timetable, isBrief: true }, () => {}).finish;
}

/**
 * Walks through the days and places blocks. With `isBrief`, it stops after the last item, even if reviews are left.
 * @returns the day of the last topic or project, undefined when there is none or the plan does not end, and whether it was
 * cut off after twenty years.
 */
function layOut(
  items: readonly PlanItem[],
  { week, start, daysOff, hasReviews, isBrief }: Timetable & { readonly isBrief?: true },
  place: (block: Untimed) => void,
) {
  const work = new WorkQueue(items);
  const reviews = new ReviewQueue();
  let finish: Day | undefined;
  const end = week.every((halfHours) => halfHours === 0) ? start : start + horizon;
  for (let day = start; day < end && !(work.isEmpty && (isBrief || reviews.isEmpty)); day += 1) {
    const halfHours = isOff(day, daysOff) ? 0 : (week[weekdayOf(day)] ?? 0);
    const due = halfHours > 0 ? reviews.take(day) : [];
    if (due.length > 0) place({ kind: 'review', day, halfHours: 1, items: due });
    for (const { item, halfHours: taken, isLast } of work.take(due.length > 0 ? halfHours - 1 : halfHours)) {
      place({ kind: item.kind, day, halfHours: taken, items: [item] });
      if (isLast) finish = day;
      if (isLast && item.kind === 'topic' && hasReviews) reviews.learned(item, day);
    }
  }
  return { finish: work.isEmpty ? finish : undefined, isEndless: !work.isEmpty };
}

type Untimed = Omit<Block, 'at' | 'part' | 'from'>;
type Timed = Omit<Block, 'part' | 'from'>;

/** Puts the blocks of each day one after another; a day that would run past midnight begins earlier. */
function withTimes(blocks: readonly Untimed[], wanted: number): readonly Timed[] {
  return [...Map.groupBy(blocks, ({ day }) => day).values()].flatMap((today) => {
    const minutes = today.reduce((sum, { halfHours }) => sum + halfHours * minutesPerHalf, 0);
    let next = Math.min(wanted, minutesPerDay - minutes);
    return today.map((block) => {
      const at = next;
      next += block.halfHours * minutesPerHalf;
      return { ...block, at };
    });
  });
}

/** Numbers the days of each item, and the review sessions of the plan, and adds up what came before. */
function withParts(blocks: readonly Timed[]): readonly Block[] {
  const keyOf = ({ kind, items: [item] }: Timed) => (kind === 'review' ? kind : item);
  const before = new Map<ReturnType<typeof keyOf>, { readonly part: number; readonly from: number }>();
  return blocks.map((block) => {
    const { part, from } = before.get(keyOf(block)) ?? { part: 1, from: 0 };
    before.set(keyOf(block), { part: part + 1, from: from + block.halfHours });
    return { ...block, part, from };
  });
}

/** The part of an item that fits into a day. */
interface Piece {
  readonly item: PlanItem;
  /** Half hours. */
  readonly halfHours: number;
  readonly isLast: boolean;
}

/** Items that wait to be studied, in order; the first may already be under way. */
class WorkQueue {
  readonly #items: readonly PlanItem[];
  #at = 0;
  #done = 0;

  constructor(items: readonly PlanItem[]) {
    this.#items = items;
  }

  get isEmpty(): boolean {
    return this.#at >= this.#items.length;
  }

  /** The next half hours of work, up to as many as asked for. */
  take(halfHours: number): readonly Piece[] {
    const pieces: Piece[] = [];
    let left = halfHours;
    for (let item = this.#items[this.#at]; item && left > 0; item = this.#items[this.#at]) {
      const taken = Math.min(left, item.halfHours - this.#done);
      const isLast = this.#done + taken === item.halfHours;
      pieces.push({ item, halfHours: taken, isLast });
      left -= taken;
      this.#done = isLast ? 0 : this.#done + taken;
      if (isLast) this.#at += 1;
    }
    return pieces;
  }
}

/** Days from the end of a topic to its two reviews. */
const daysToReview = [7, 28] as const;

/** How many topics fit into one session of half an hour. */
const topicsPerSession = 4;

/** A session waits until it is full, but no topic waits longer than this, in days. */
const maxDaysLate = 4;

interface Due {
  readonly day: Day;
  readonly item: PlanItem;
}

/** Topics that were studied and wait for review; several share a session. */
class ReviewQueue {
  /** For the first and the second review, the earliest due first. */
  readonly #queues: readonly Due[][] = daysToReview.map(() => []);

  get isEmpty(): boolean {
    return this.#queues.every((queue) => queue.length === 0);
  }

  /** Adds a topic whose last part was studied on a day. Days only ever get later. */
  learned(item: PlanItem, day: Day): void {
    daysToReview.forEach((days, round) => {
      this.#queues[round]?.push({ item, day: day + days });
    });
  }

  /** The topics of the day's session, the longest due first; none if a session isn't worth it yet. */
  take(day: Day): readonly PlanItem[] {
    if (!this.#isWorthIt(day)) return [];
    const due = this.#queues
      .flatMap((queue) => queue.slice(0, topicsPerSession).filter((entry) => entry.day <= day))
      .toSorted((a, b) => a.day - b.day)
      .slice(0, topicsPerSession);
    for (const queue of this.#queues) queue.splice(0, queue.filter((entry) => due.includes(entry)).length);
    return [...new Set(due.map(({ item }) => item))];
  }

  /** Whether a session would be full, or a topic has waited long enough. Runs for every day, so it creates no lists. */
  #isWorthIt(day: Day): boolean {
    let due = 0;
    for (const queue of this.#queues) {
      for (const entry of queue) {
        if (entry.day > day) break;
        due += 1;
        if (due === topicsPerSession || day - entry.day >= maxDaysLate) return true;
      }
    }
    return false;
  }
}
