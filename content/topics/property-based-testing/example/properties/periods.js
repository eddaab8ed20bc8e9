import fc from 'fast-check';
import { bookings } from './arbitraries.js';

// #region hours
/** The obvious and slow way: look at each hour. */
const busyHours = (periods) =>
  Array.from({ length: 24 }, (_, hour) =>
    periods.some(([from, until]) => from <= hour && hour < until),
  );

const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

export const properties = (merge) => ({
  'the same hours are busy': fc.property(bookings, (list) =>
    same(busyHours(merge(list)), busyHours(list)),
  ),
  'periods are sorted, and there is time between them': fc.property(
    bookings,
    (list) =>
      merge(list).every(([from], i, all) => i === 0 || all[i - 1][1] < from),
  ),
  'the order of the bookings does not matter': fc.property(
    bookings.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length }),
      ),
    ),
    ([list, shuffled]) => same(merge(list), merge(shuffled)),
  ),
  'merging twice changes nothing': fc.property(bookings, (list) =>
    same(merge(merge(list)), merge(list)),
  ),
  'the bookings stay as they were': fc.property(bookings, (list) => {
    const before = JSON.stringify(list);
    merge(list);
    return JSON.stringify(list) === before;
  }),
});
// #endregion hours
