import { expect, test } from 'vitest';
import { hoursThisWeek, latestMark, roadmapToContinue } from '#features/home/where-you-are.ts';
import type { Mark, State, Tracks } from '#features/progress/index.ts';

const phase = (stops: readonly number[]) => [{ id: 'all', title: 'All', stops }];
const tracks: Tracks = {
  topics: [
    ['http', 'HTTP', 10, 4],
    ['cors', 'CORS', 5, 2],
    ['sql', 'SQL', 20, 9],
  ],
  roadmaps: {
    beginner: { title: 'Beginner path', phases: phase([0, 2]) },
    backend: { title: 'Backend', phases: phase([0, 1, 2]) },
    databases: { title: 'Databases', phases: phase([2]) },
  },
};
const marksOf = (marks: Readonly<Record<string, readonly [State | 'none', number]>>) =>
  new Map(Object.entries(marks).map(([id, [state, at]]): [string, Mark] => [id, { state, at }]));

test('the topic marked last counts, and not one whose mark was taken back', () => {
  const marks = marksOf({ http: ['done', 5], sql: ['none', 9], cors: ['learning', 7] });
  expect(latestMark(marks)).toEqual({ topic: 'cors', at: 7 });
  expect(latestMark(new Map())).toBeUndefined();
});

test('the roadmap followed last goes on, unless it is gone', () => {
  const marks = marksOf({ http: ['done', 5] });
  expect(roadmapToContinue(tracks, { marks, last: 'databases', topic: 'http' })).toBe('databases');
  expect(roadmapToContinue(tracks, { marks, last: 'gone', topic: 'http' })).toBe('beginner');
});

test('without one it is the roadmap of the last topic with the most done', () => {
  const marks = marksOf({ http: ['done', 5], cors: ['done', 6] });
  expect(roadmapToContinue(tracks, { marks, last: undefined, topic: 'cors' })).toBe('backend');
  expect(roadmapToContinue(tracks, { marks: new Map(), last: undefined, topic: undefined })).toBe('beginner');
});

test('the hours of a week are those of topics finished since Monday', () => {
  const thursday = new Date(2026, 10, 26, 12);
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime();
  const marks = marksOf({ http: ['done', at(23, 0)], cors: ['review', at(26, 9)], sql: ['done', at(22, 23)] });
  expect(hoursThisWeek(tracks, marks, thursday)).toBe(6);
  expect(hoursThisWeek(tracks, marks, new Date(2026, 10, 29, 23))).toBe(6);
  expect(hoursThisWeek(tracks, marks, new Date(2026, 10, 30))).toBe(0);
});
