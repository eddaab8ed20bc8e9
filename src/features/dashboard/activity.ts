/** One day of the calendar. */
export interface ActiveDay {
  /** Its first moment, in the reader's time zone. */
  readonly date: Date;
  /** How many topics, answers and notes were last changed on this day. */
  readonly count: number;
}

const weeksShown = 12;
const daysOfWeek = 7;

/**
 * The days of the last twelve weeks, from a Monday to today, with how much was done on each.
 * @param moments when something was done, in milliseconds since 1970.
 */
export function activeDays(moments: Iterable<number>, now: Date): readonly ActiveDay[] {
  const keyOf = (date: Date) => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
  const counts = new Map<string, number>();
  for (const at of moments) {
    const key = keyOf(new Date(at));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sinceMonday = (now.getDay() + 6) % daysOfWeek;
  const length = (weeksShown - 1) * daysOfWeek + sinceMonday + 1;
  return Array.from({ length }, (_, index) => {
    // Counted in calendar days, because a day has 23 or 25 hours when the clocks change.
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() - (length - 1 - index));
    return { date, count: counts.get(keyOf(date)) ?? 0 };
  });
}
