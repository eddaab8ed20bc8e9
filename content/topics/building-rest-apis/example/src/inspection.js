import * as z from 'zod';
import { Problem } from './problem.js';

// #region schema
const inspection = z.strictObject({
  hive: z.string().regex(/^[\w-]{1,20}$/),
  day: z.iso.date(),
  mites: z.int().min(0).max(10_000),
});

export const pageQuery = z.strictObject({
  hive: inspection.shape.hive.optional(),
  before: z
    .string()
    .regex(/^[1-9]\d{0,17}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^([1-9]\d?|100)$/)
    .default('20')
    .transform(Number),
});

export const id = z.string().regex(/^[1-9]\d{0,17}$/);
// #endregion schema

// #region parse
export function parse(schema, input) {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const errors = error.issues.map(({ path, message }) => ({
    field: path.join('.'),
    message,
  }));
  throw new Problem(422, 'Some values are missing or wrong', errors);
}
// #endregion parse

// #region rule
const HOUR = 60 * 60 * 1000;

export function parseInspection(input, now) {
  const value = parse(inspection, input);
  // Somewhere on earth, the calendar is 14 hours ahead of UTC.
  const latest = new Date(now + 14 * HOUR).toISOString().slice(0, 10);
  if (value.day < '1900-01-01' || value.day > latest) {
    const error = { field: 'day', message: 'in the future, or before 1900' };
    throw new Problem(422, 'Some values are missing or wrong', [error]);
  }
  return value;
}
// #endregion rule
