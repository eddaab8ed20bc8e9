import { type Day, dayOf } from '../day.ts';

/** The date of a moment where the reader is: `2026-11-21`. */
export function dateHere(moment: number): string {
  const at = new Date(moment);
  const parts = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0'));
  return parts.join('-');
}

/** The day that it is where the reader is. */
export function today(): Day {
  return dayOf(dateHere(Date.now())) ?? 0;
}
