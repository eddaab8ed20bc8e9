import fc from 'fast-check';

// #region booking
/** A start and a duration, so that every booking is valid, also while it shrinks. */
export const booking = fc
  .tuple(fc.nat({ max: 23 }), fc.integer({ min: 1, max: 24 }))
  .map(([from, hours]) => [from, Math.min(from + hours, 24)]);

export const bookings = fc.array(booking, { maxLength: 8 });
// #endregion booking

/** Strings in which the special characters are frequent. */
const special = fc.string({ unit: fc.constantFrom('a', ',', '\\') });
export const anyText = fc.oneof(fc.string({ unit: 'binary' }), special);
export const tags = fc.array(anyText);
