/** A calendar day without a time zone, as the number of days since 1970-01-01. */
export type Day = number;

const msPerDay = 86_400_000;

/** The years that a plan may touch. */
const firstYear = 2000;
const lastYear = 2199;

/** `2026-11-21` as a day; undefined for anything that isn't a date in the years 2000 to 2199. */
export function dayOf(date: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date)) return undefined;
  const day = Math.round(Date.parse(`${date}T00:00:00Z`) / msPerDay);
  const year = Number(date.slice(0, 4));
  return !Number.isNaN(day) && dateOf(day) === date && year >= firstYear && year <= lastYear ? day : undefined;
}

/** A day as `2026-11-21`. */
export function dateOf(day: Day): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The Monday of the day's week. */
export function mondayOf(day: Day): Day {
  return day - weekdayOf(day);
}

export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The date of a moment in the reader's time zone: `2026-11-21`. */
export function dateHere(moment: number): string {
  const at = new Date(moment);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'));
  return parts.join('-');
}

/** Today, in the reader's time zone. */
export function today(): Day {
  return dayOf(dateHere(Date.now())) ?? 0;
}
