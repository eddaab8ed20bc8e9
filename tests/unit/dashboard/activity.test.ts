import { expect, test } from 'vitest';
import { activeDays } from '#features/dashboard/activity.ts';

const wednesday = new Date(2026, 10, 25, 15, 0);

test('the calendar goes from a Monday eleven weeks ago to today', () => {
  const days = activeDays([], wednesday);
  expect(days).toHaveLength(11 * 7 + 3);
  expect(days[0]?.date.getDay()).toBe(1);
  expect(days.at(-1)?.date).toEqual(new Date(2026, 10, 25));
});

test('what happened counts on its local day, and nothing older than the calendar', () => {
  const lateYesterday = new Date(2026, 10, 24, 23, 59).getTime();
  const days = activeDays([wednesday.getTime(), lateYesterday, lateYesterday - 1000, 9], wednesday);
  expect(days.slice(-2).map(({ count }) => count)).toEqual([2, 1]);
  expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(3);
});

test('every day is there once, also in weeks when the clocks change', () => {
  const dates = activeDays([], wednesday).map(({ date }) => date.toDateString());
  expect(new Set(dates).size).toBe(dates.length);
});
