import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod';

// #region query
test('a query string says false, and z.coerce reads true', () => {
  const { searchParams } = new URL('http://hotel/bookings?paid=false&limit=');
  const query = Object.fromEntries(searchParams);

  const coerced = z.object({ paid: z.coerce.boolean() });
  assert.equal(coerced.parse(query).paid, true);
  const exact = z.object({ paid: z.stringbool() });
  assert.equal(exact.parse(query).paid, false);

  const number = z.object({ limit: z.coerce.number() });
  assert.equal(number.parse(query).limit, 0);
  const digits = z.object({
    limit: z
      .string()
      .regex(/^\d{1,3}$/)
      .transform(Number),
  });
  assert.equal(digits.safeParse(query).success, false);
});
// #endregion query
