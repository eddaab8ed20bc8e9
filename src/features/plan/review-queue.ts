import type { Day } from './day.ts';
import type { PlanItem } from './order.ts';

/** Days from the end of a topic to its two reviews. */
const daysToReview = [7, 28] as const;

/** One session of half an hour goes over this many topics at most. */
const topicsPerSession = 4;

/** A session waits until it is full, but no topic waits longer than this many days. */
const mostDaysLate = 4;

interface Due {
  readonly day: Day;
  readonly item: PlanItem;
}

/** Topics that were studied and wait for review; several share a session. */
export class ReviewQueue {
  /** For the first and the second review, the earliest due first. */
  readonly #queues: readonly Due[][] = daysToReview.map(() => []);

  get isEmpty(): boolean {
    return this.#queues.every((queue) => queue.length === 0);
  }

  /** Notes that a topic's last part was studied on a day; days never go back. */
  learned(item: PlanItem, day: Day): void {
    daysToReview.forEach((days, round) => {
      this.#queues[round]?.push({ item, day: day + days });
    });
  }

  /** The topics of a session on the day, the longest due first; none when no session is worth it yet. */
  take(day: Day): readonly PlanItem[] {
    if (!this.#isWorthIt(day)) return [];
    const due = this.#queues
      .flatMap((queue) => queue.slice(0, topicsPerSession).filter((entry) => entry.day <= day))
      .toSorted((a, b) => a.day - b.day)
      .slice(0, topicsPerSession);
    for (const queue of this.#queues) queue.splice(0, queue.filter((entry) => due.includes(entry)).length);
    return [...new Set(due.map(({ item }) => item))];
  }

  /** Whether a session would be full, or a topic has waited long enough. Asked for every day, so it makes no lists. */
  #isWorthIt(day: Day): boolean {
    let due = 0;
    for (const queue of this.#queues) {
      for (const entry of queue) {
        if (entry.day > day) break;
        due += 1;
        if (due === topicsPerSession || day - entry.day >= mostDaysLate) return true;
      }
    }
    return false;
  }
}
