import { type Day, dayOf } from '#domain/plan/day.ts';

/** The day that it is where the reader is. */
export function today(): Day {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return dayOf(parts.join('-')) ?? 0;
}
