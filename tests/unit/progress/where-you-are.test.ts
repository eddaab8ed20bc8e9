import { expect, test } from 'vitest';
import { continueWith, currentPosition, type RoadmapIndex } from '#features/progress/index.ts';
import { marksOf } from '../../support/marks.ts';

const phase = (stops: readonly number[]) => [{ id: 'all', title: 'All', stops }];
const index: RoadmapIndex = {
  topics: [
    ['http', 'HTTP', 10, 4],
    ['cors', 'CORS', 5, 2],
    ['sql', 'SQL', 20, 9],
  ],
  roadmaps: {
    beginner: {
      title: 'Beginner path',
      steps: [
        ['hello', 'Print a line', 10],
        ['add', 'Add two prices', 10],
      ],
      phases: phase([0, 2]),
    },
    backend: { title: 'Backend', phases: phase([0, 1, 2]) },
    databases: { title: 'Databases', phases: phase([2]) },
  },
};
type Given = Parameters<typeof marksOf>[0];

const none = () => undefined;
const here = (marks: Given, last?: string, passed: readonly string[] = []) =>
  currentPosition(index, { marks: marksOf(marks), last, passedLabs: new Set(passed), chosenBranch: none });
const goal = (...args: Parameters<typeof here>) => {
  const found = here(...args);
  return found && continueWith(found)?.address;
};

test('someone who has marked nothing begins with the Beginner path', () => {
  expect(here({})).toMatchObject({ roadmap: 'beginner', done: 0, total: 2, next: { id: 'http' }, lastAt: undefined });
});

test('the moment of the last mark counts, and not one that was taken back', () => {
  expect(here({ http: ['done', 5], sql: ['none', 9], cors: ['learning', 7] })?.lastAt).toBe(7);
});

test('the roadmap followed last goes on, unless it is gone', () => {
  expect(here({ http: ['done', 5] }, 'databases')?.roadmap).toBe('databases');
  expect(here({ http: ['done', 5] }, 'gone')?.roadmap).toBe('beginner');
});

test('without one it is the roadmap of the last topic with the most done', () => {
  expect(here({ http: ['done', 5], cors: ['done', 6] })?.roadmap).toBe('backend');
});

test('a topic that is under way is next, or else the first open one behind the last mark', () => {
  expect(here({ http: ['done', 9], cors: ['learning', 5] }, 'backend')?.next?.id).toBe('cors');
  expect(here({ http: ['learning', 9] }, 'backend')?.next?.id).toBe('http');
  expect(here({ cors: ['done', 9] }, 'backend')?.next?.id).toBe('sql');
  expect(here({ cors: ['done', 9], sql: ['skipped', 5] }, 'backend')?.next?.id).toBe('http');
  expect(here({ sql: ['done', 9] }, 'databases')?.next).toBeUndefined();
});

test('the first steps are next until all are passed, unless the reader began with the topics', () => {
  expect(goal({})).toBe('labs/hello/');
  expect(goal({}, 'beginner', ['hello'])).toBe('labs/add/');
  expect(goal({ http: ['done', 5] }, 'beginner', ['hello'])).toBe('labs/add/');
  expect(goal({}, 'beginner', ['hello', 'add'])).toBe('topics/http/?line=beginner');
  expect(goal({ http: ['done', 5] }, 'beginner')).toBe('topics/sql/?line=beginner');
  expect(goal({}, 'backend', ['hello'])).toBe('topics/http/?line=backend');
});

test('recommended topics are next only when no required one is left', () => {
  const [all] = phase([0, 1, 2]);
  const withExtra = {
    ...index,
    roadmaps: { backend: { title: 'Backend', phases: [{ ...all, extras: [1] }] } },
  } as RoadmapIndex;
  const next = (marks: Given) =>
    currentPosition(withExtra, { marks: marksOf(marks), last: 'backend', passedLabs: new Set(), chosenBranch: none })
      ?.next?.id;
  expect(next({ http: ['done', 5] })).toBe('sql');
  expect(next({ http: ['done', 5], sql: ['done', 6] })).toBe('cors');
});
