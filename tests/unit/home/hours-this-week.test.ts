import { expect, test } from 'vitest';
import { hoursThisWeek } from '#features/home/hours-this-week.ts';
import type { RoadmapIndex } from '#features/progress/index.ts';
import { marksOf } from '../../support/marks.ts';

const index: RoadmapIndex = {
  topics: [
    ['http', 'HTTP', 10, 4],
    ['cors', 'CORS', 5, 2],
    ['sql', 'SQL', 20, 9],
  ],
  roadmaps: {},
};

test('the hours of a week are those of topics finished since Monday', () => {
  const thursday = new Date(2026, 10, 26, 12);
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  const marks = marksOf({ http: ['done', at(23, 0)], cors: ['review', at(26, 9)], sql: ['done', at(22, 23)] });
  expect(hoursThisWeek(index, marks, thursday)).toBe(6);
  expect(hoursThisWeek(index, marks, new Date(2026, 10, 29, 23))).toBe(6);
  expect(hoursThisWeek(index, marks, new Date(2026, 10, 30))).toBe(0);
});
