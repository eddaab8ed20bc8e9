import { type Card, createEmptyCard, FSRS, State } from 'ts-fsrs';
import { oncePer } from '#lib/once-per.ts';
import { counted, day, dayOf, type Grade, grades, localTime, type Moment, type Review } from './review.ts';

/** What FSRS knows of a card after its reviews. Days are local. */
export type Memory = Readonly<NonNullable<ReturnType<typeof replay>>>;

/** The start of a card for something that was learned elsewhere: when, and the days until it comes back. */
export interface Start extends Moment {
  readonly days: number;
}

/**
 * FSRS with its default parameters: 90% retention, no random spread. Its steps of minutes are left out, so that a card is
 * asked once a day, and what was forgotten returns tomorrow.
 */
const scheduler = new FSRS({ enable_fuzz: false, learning_steps: [], relearning_steps: ['1d'] });

const remembered = oncePer((history: readonly Review[]) => replay(counted(history)));

/** Replays a card's reviews; undefined when none counts. Elapsed days are the reader's calendar days. */
export function memoryOf(history: readonly Review[], start?: Start): Memory | undefined {
  return start ? replay(counted(history), start) : remembered(history);
}

function replay(reviews: readonly (Review & { readonly grade: Grade })[], start?: Start) {
  const first = start ?? reviews[0];
  if (!first) return undefined;
  let card: Card = { ...createEmptyCard(localTime(first)), ...(start && learned(start)) };
  for (const review of reviews) {
    // For someone who flies west, time stands still until the clock has caught up.
    const now = Math.max(localTime(review), card.last_review?.getTime() ?? 0);
    card = scheduler.next(card, now, review.grade).card;
  }
  return {
    /** Days until the chance to recall it has fallen to 90%. */
    stability: card.stability,
    firstDay: dayOf(first),
    lastDay: Math.floor((card.last_review?.getTime() ?? 0) / day),
    /** The day on which the card comes back, always after the last one. */
    due: Math.floor(card.due.getTime() / day),
    lastGrade: reviews.at(-1)?.grade ?? grades.good,
  };
}

/** What FSRS is told of something that was learned elsewhere: medium difficulty, and the days until it comes back. */
function learned(start: Start): Partial<Card> {
  const at = localTime(start);
  const due = new Date(at + start.days * day);
  return { state: State.Review, difficulty: 5, stability: start.days, last_review: new Date(at), due, reps: 1 };
}

/** The chance to recall a card on a local day, from 0 to 1. */
export function recallOn(day: number, { stability, lastDay }: Memory): number {
  return scheduler.forgetting_curve(Math.max(0, day - lastDay), stability);
}

/** Whether a card comes back today or should have been back before. */
export const isDue = ({ due }: Memory, now: Moment): boolean => due <= dayOf(now);
