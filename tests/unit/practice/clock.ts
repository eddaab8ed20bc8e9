import type { Grade, Moment, Review } from '#features/practice/review.ts';

/** The moment of an instant on a clock in a time zone, as a browser there would tell it. */
export function momentIn(zone: string, instant: string): Moment {
  const at = Date.parse(instant);
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/u.exec(name ?? '') ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return { at, offset: sign === '-' ? -size : size };
}

export const review = (zone: string, instant: string, grade: Grade): Review => ({ ...momentIn(zone, instant), grade });
