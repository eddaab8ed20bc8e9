import { type Card, createEmptyCard, FSRS, State } from 'ts-fsrs';
import { counted, dayOf, type Grade, type Moment, type Review } from './review.ts';

/** What FSRS knows of a card after its reviews. */
export interface Memory {
  /** Days until the chance to recall it has fallen to 90 %. */
  readonly stability: number;
  /** From 1 to 10. */
  readonly difficulty: number;
  readonly state: State;
  /** How many of the minutes-long first steps are done. */
  readonly step: number;
  /** Reviews, and how often the card was forgotten after it had been learned. */
  readonly reviews: number;
  readonly lapses: number;
  /** Local day of the first and of the last review. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** When it comes back: at a moment while it is being learned, on a local day after that. */
  readonly due: { readonly at: number } | { readonly day: number };
}

/** FSRS with its default parameters: 90 % retention, first steps of 1 and 10 minutes, no random spread. */
const scheduler = new FSRS({ enable_fuzz: false });

const minute = 60_000;
const day = 86_400_000;

const remembered = new WeakMap<readonly Review[], Memory | undefined>();

/** Replays a card's reviews; undefined when none counts. Elapsed days are the reader's calendar days. */
export function memoryOf(history: readonly Review[]): Memory | undefined {
  if (!remembered.has(history)) remembered.set(history, replay(counted(history)));
  return remembered.get(history);
}

function replay(reviews: readonly (Review & { readonly grade: Grade })[]): Memory | undefined {
  const [first] = reviews;
  const last = reviews.at(-1);
  if (!first || !last) return undefined;
  let card: Card = createEmptyCard(localTime(first));
  for (const review of reviews) {
    // For someone who flies west, time stands still until the clock has caught up.
    const now = Math.max(localTime(review), card.last_review?.getTime() ?? 0);
    card = scheduler.next(card, now, review.grade).card;
  }
  const { stability, difficulty, state, learning_steps: step, reps, lapses } = card;
  const [due, lastTime] = [card.due.getTime(), card.last_review?.getTime() ?? 0];
  return {
    stability,
    difficulty,
    state,
    step,
    reviews: reps,
    lapses,
    firstDay: dayOf(first),
    lastDay: Math.floor(lastTime / day),
    due: state === State.Review ? { day: Math.floor(due / day) } : { at: last.at + due - lastTime },
  };
}

/** What a clock of the reader shows, as if it stood in UTC: the days of FSRS are those of UTC. */
const localTime = ({ at, offset }: Review): number => at + offset * minute;

/** The chance to recall a card on a local day, from 0 to 1. */
export function recallOn(day: number, { stability, lastDay }: Memory): number {
  return scheduler.forgetting_curve(Math.max(0, day - lastDay), stability);
}

/** Whether a card comes back now: at its moment while it is being learned, from the start of its day after that. */
export function isDue({ due }: Memory, now: Moment): boolean {
  return 'day' in due ? due.day <= dayOf(now) : due.at <= now.at;
}
