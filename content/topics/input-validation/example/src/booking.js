import * as z from 'zod';

// #region schema
const line = (max) =>
  z
    .string()
    .normalize('NFC')
    .trim()
    .max(max)
    .regex(/\p{L}|\p{N}/u, 'Use at least one letter or digit')
    .regex(
      /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u,
      'Control characters are not allowed',
    );

const booking = z
  .strictObject({
    room: z.int32().min(1),
    name: line(80),
    guests: z.int().min(1).max(4),
    arrival: z.iso.date(),
    departure: z.iso.date(),
    wishes: z.array(line(40)).max(5).default([]),
  })
  .refine(({ arrival, departure }) => nights(arrival, departure) >= 1, {
    path: ['departure'],
    error: 'Must be after arrival',
  })
  .refine(({ arrival, departure }) => nights(arrival, departure) <= 30, {
    path: ['departure'],
    error: 'Must be at most 30 nights after arrival',
  });
// #endregion schema

// #region parse
export function parseBooking(input, today) {
  const { success, data, error } = booking.safeParse(input);
  if (!success) {
    const errors = error.issues.map(({ path, message }) => ({
      field: path.join('.'),
      message,
    }));
    return { errors };
  }
  const latest = `${Number(today.slice(0, 4)) + 1}-12-31`;
  if (data.arrival < today || data.arrival > latest) {
    const message = `Must be from ${today} to ${latest}`;
    return { errors: [{ field: 'arrival', message }] };
  }
  return { value: data };
}

export function nights(arrival, departure) {
  return (Date.parse(departure) - Date.parse(arrival)) / 86_400_000;
}
// #endregion parse
