/** How well a card was known: the grades of FSRS. Hard and easy are optional on screen. */
export const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;

export type Grade = (typeof grades)[keyof typeof grades];

/** An instant with the reader's clock: milliseconds since 1970, and minutes that local time is ahead of UTC. */
export interface Moment {
  readonly at: number;
  readonly offset: number;
}

/** One answer to a card, or with grade 0 one that was taken back. The offset says on which local day it was given. */
export interface Review extends Moment {
  readonly grade: Grade | 0;
}

/** A reader's reviews by card id, the oldest first. Ids of cards that no longer exist are kept. */
export type Histories = ReadonlyMap<string, readonly Review[]>;

const minute = 60_000;
export const day = 86_400_000;

/** How far a clock may differ between two devices before a review counts as being from the future. */
const tolerance = 60 * minute;

/** The reader's local time as if it were UTC, because FSRS counts the days of UTC. */
export const localTime = ({ at, offset }: Moment): number => at + offset * minute;

/** Local calendar days since 1970-01-01, which was a Thursday. Days of 23 and 25 hours count as one. */
export function dayOf(moment: Moment): number {
  return Math.floor(localTime(moment) / day);
}

/** Weeks since 1970; a week starts on Monday. */
export function weekOf(dayNumber: number): number {
  return Math.floor((dayNumber + 3) / 7);
}

/** Reviews that count: without those that were taken back. */
export function counted(history: readonly Review[]): readonly (Review & { readonly grade: Grade })[] {
  return history.filter((review): review is Review & { readonly grade: Grade } => review.grade !== 0);
}

/** Histories with one more review. Time never runs backwards on a card, whatever the clock says. */
export function withReview(histories: Histories, id: string, review: Review): Histories {
  return withReviews(histories, [[id, review]]);
}

/** Histories with more reviews, each with the id of its card. */
export function withReviews(histories: Histories, reviews: readonly (readonly [id: string, Review])[]): Histories {
  const all = new Map(histories);
  for (const [id, review] of reviews) all.set(id, addReviews(all.get(id) ?? [], [review]));
  return all;
}

/** A history with more reviews, each at the first free moment after all before it. */
function addReviews(history: readonly Review[], reviews: readonly Review[]): readonly Review[] {
  const taken = new Set(history.map(({ at }) => at));
  let last = counted(history).at(-1)?.at ?? 0;
  const added = reviews.map((review) => {
    last = Math.max(review.at, last + 1);
    while (taken.has(last)) last += 1;
    return { ...review, at: last };
  });
  return mergeReviews(history, added);
}

/** Histories with a card's last counted review taken back. The entry stays, so that another tab can't bring the review back. */
export function withoutLast(histories: Histories, id: string): Histories {
  const history = histories.get(id) ?? [];
  const last = counted(history).at(-1);
  return new Map(histories).set(
    id,
    history.map((review) => (review === last ? { ...review, grade: 0 } : review)),
  );
}

/** All reviews of both. Of two at the same moment the lower grade stays, so that taking back wins. */
export function mergeHistories(a: Histories, b: Histories): Histories {
  const merged = new Map(a);
  for (const [id, theirs] of b) {
    const ours = merged.get(id);
    if (ours !== theirs) merged.set(id, ours ? mergeReviews(ours, theirs) : theirs);
  }
  return merged;
}

/** All reviews of both, the oldest first. */
export function mergeReviews(a: readonly Review[], b: readonly Review[]): readonly Review[] {
  const byMoment = new Map<number, Review>();
  for (const review of [...a, ...b]) {
    const other = byMoment.get(review.at);
    if (!other || rank(review) < rank(other)) byMoment.set(review.at, review);
  }
  return [...byMoment.values()].toSorted((x, y) => x.at - y.at);
}

/** Lower grades first; of the same grade the smaller offset, so that the order of merging does not matter. */
const rank = ({ grade, offset }: Review) => grade * 10_000 + offset;

/**
 * Brings reviews from the future to the present: the clock was set back, or ran ahead on another device.
 * Without this, their cards would not come back for as long as the clock was wrong.
 * @returns the same object when there is nothing to bring back.
 */
export function normalizeHistories(histories: Histories, now: Moment): Histories {
  const isFuture = ({ at }: Review) => at > now.at + tolerance;
  const late = [...histories].filter(([, history]) => counted(history).some(isFuture));
  if (late.length === 0) return histories;
  const settled = new Map(histories);
  for (const [id, history] of late) {
    // What is moved stays as taken back at its old moment, or another device would bring it again.
    const kept = history.map((review) => (isFuture(review) ? { ...review, grade: 0 as const } : review));
    const moved = counted(history)
      .filter(isFuture)
      .map(({ grade }) => ({ ...now, grade }));
    settled.set(id, addReviews(kept, moved));
  }
  return settled;
}
