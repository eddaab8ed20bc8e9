import { expect, test } from 'vitest';
import { continueWith, currentPosition } from '#features/progress/index.ts';
import type { State } from '#features/progress/progress.ts';
import { positionOn, type RoadmapIndex, topicsOn } from '#features/progress/roadmap-index.ts';
import { marksOf } from '../../support/marks.ts';

const index: RoadmapIndex = {
  topics: [
    ['http', 'HTTP basics', 10, 4],
    ['cors', 'CORS', 10, 4],
    ['node', 'Node.js', 10, 4],
    ['express', 'Express', 10, 4],
    ['python', 'Python', 10, 4],
    ['docker', 'Docker', 10, 4],
    ['gunicorn', 'Gunicorn', 10, 4],
  ],
  roadmaps: {
    backend: {
      title: 'Backend',
      phases: [
        { id: 'web', title: 'Web basics', stops: [0, 1] },
        {
          id: 'language',
          title: 'A language',
          stops: [],
          branches: [
            { id: 'nodejs', stops: [2, 3] },
            { id: 'python', stops: [4] },
          ],
        },
        { id: 'run', title: 'Run it', stops: [5], branches: [{ id: 'python', stops: [6] }] },
      ],
    },
  },
};

const position = (topic: string | undefined, states: Readonly<Record<string, State>>, branch?: string) =>
  positionOn(index, { roadmap: 'backend', topic, marks: marksOf(states), branch });

test('a finished topic is counted, and the topic after it comes next', () => {
  expect(position('http', { http: 'done' })).toEqual({
    roadmapTitle: 'Backend',
    done: 1,
    total: 5,
    next: {
      id: 'cors',
      title: 'CORS',
      minutes: 10,
      hours: 4,
      isRequired: true,
      phase: { id: 'web', title: 'Web basics' },
    },
    finished: undefined,
  });
});

test('topics that are done or skipped are passed over, and open ones before this one come last', () => {
  expect(position('http', { http: 'done', cors: 'skipped' })?.next?.id).toBe('node');
  expect(position('docker', { docker: 'done', http: 'done' })?.next?.id).toBe('cors');
});

test('a phase is finished when nothing of it is left', () => {
  expect(position('cors', { http: 'done' })?.finished).toBeUndefined();
  expect(position('cors', { http: 'done', cors: 'done' })?.finished).toEqual({ id: 'web', title: 'Web basics' });
});

test('only the branch that the reader has begun is counted and led along', () => {
  expect(position('python', { python: 'done' })).toMatchObject({ total: 5, next: { id: 'docker' } });
  expect(position('python', { python: 'done' })?.finished?.id).toBe('language');
  expect(position('docker', { python: 'done', docker: 'done' })?.next?.id).toBe('gunicorn');
});

test('nothing comes next when all is done, and an unknown roadmap has no position', () => {
  const all = { http: 'done', cors: 'done', node: 'done', express: 'done', docker: 'done' } as const;
  expect(position('docker', all)).toMatchObject({ done: 5, total: 5, next: undefined });
  expect(positionOn(index, { roadmap: 'gone', topic: 'http', marks: new Map(), branch: undefined })).toBeUndefined();
});

test('the branch that the reader chose is taken, whatever is done of another', () => {
  expect(position('python', { python: 'done' }, 'nodejs')).toMatchObject({ done: 0, total: 5, next: { id: 'http' } });
  expect(position('cors', { http: 'done', cors: 'done' }, 'python')?.next?.id).toBe('python');
});

test('someone who has finished nothing begins at the start', () => {
  expect(position(undefined, {})).toMatchObject({ done: 0, next: { id: 'http' }, finished: undefined });
});

test('an optional topic adds no hours to its roadmap', () => {
  const web = { id: 'web', title: 'Web basics', stops: [0, 1], extras: [1], optional: [1] };
  const roadmaps = { backend: { title: 'Backend', phases: [web] } };
  const topics = topicsOn({ ...index, roadmaps }, { roadmap: 'backend', marks: new Map(), branch: undefined });
  expect(topics.map(({ hours }) => hours)).toEqual([4, 0]);
});

const phase = (stops: readonly number[]) => [{ id: 'all', title: 'All', stops }];
const threeRoadmaps: RoadmapIndex = {
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
  currentPosition(threeRoadmaps, { marks: marksOf(marks), last, passedLabs: new Set(passed), chosenBranch: none });
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
    ...threeRoadmaps,
    roadmaps: { backend: { title: 'Backend', phases: [{ ...all, extras: [1] }] } },
  } as RoadmapIndex;
  const next = (marks: Given) =>
    currentPosition(withExtra, { marks: marksOf(marks), last: 'backend', passedLabs: new Set(), chosenBranch: none })
      ?.next?.id;
  expect(next({ http: ['done', 5] })).toBe('sql');
  expect(next({ http: ['done', 5], sql: ['done', 6] })).toBe('cors');
});
