const weeksShown = 12;
const daysOfWeek = 7;

/**
 * The days of the last twelve weeks, from a Monday to today, in the reader's time zone: the first moment of each, and how
 * many topics, answers and notes were last changed on it.
 * @param moments when something was done, in milliseconds since 1970.
 */
export function activeDays(moments: Iterable<number>, now: Date) {
  const byDay = Map.groupBy(moments, (at) => new Date(at).toDateString());
  const sinceMonday = (now.getDay() + 6) % daysOfWeek;
  const length = (weeksShown - 1) * daysOfWeek + sinceMonday + 1;
  return Array.from({ length }, (_, index) => {
    // Counted in calendar days, because a day has 23 or 25 hours when the clocks change.
    const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() - (length - 1 - index));
    return { date, count: byDay.get(date.toDateString())?.length ?? 0 };
  });
}
