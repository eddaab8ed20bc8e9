import { expect, test } from 'vitest';
import type { Mark, State } from '#features/progress/progress.ts';
import { standingOn, type Tracks } from '#features/progress/tracks.ts';

const tracks: Tracks = {
  topics: [
    ['http', 'HTTP basics'],
    ['cors', 'CORS'],
    ['node', 'Node.js'],
    ['express', 'Express'],
    ['python', 'Python'],
    ['docker', 'Docker'],
  ],
  roadmaps: {
    backend: {
      title: 'Backend',
      phases: [
        { id: 'web', title: 'Web basics', stops: [0, 1] },
        { id: 'language', title: 'A language', stops: [], branches: [[2, 3], [4]] },
        { id: 'run', title: 'Run it', stops: [5] },
      ],
    },
  },
};

const marksOf = (states: Readonly<Record<string, State>>) =>
  new Map(Object.entries(states).map(([id, state]): [string, Mark] => [id, { state, at: 9 }]));
const standing = (topic: string, states: Readonly<Record<string, State>>) =>
  standingOn(tracks, { roadmap: 'backend', topic, marks: marksOf(states) });

test('a finished topic is counted, and the topic after it comes next', () => {
  expect(standing('http', { http: 'done' })).toEqual({
    roadmapTitle: 'Backend',
    done: 1,
    total: 5,
    next: { id: 'cors', title: 'CORS' },
    finished: undefined,
  });
});

test('topics that are done or skipped are passed over, and open ones before this one come last', () => {
  expect(standing('http', { http: 'done', cors: 'skipped' })?.next?.id).toBe('node');
  expect(standing('docker', { docker: 'done', http: 'done' })?.next?.id).toBe('cors');
});

test('a phase is finished when nothing of it is left', () => {
  expect(standing('cors', { http: 'done' })?.finished).toBeUndefined();
  expect(standing('cors', { http: 'done', cors: 'done' })?.finished).toEqual({ id: 'web', title: 'Web basics' });
});

test('only the branch that the reader has begun is counted and led along', () => {
  expect(standing('python', { python: 'done' })).toMatchObject({ total: 4, next: { id: 'docker' } });
  expect(standing('python', { python: 'done' })?.finished?.id).toBe('language');
});

test('nothing comes next when all is done, and an unknown roadmap has no standing', () => {
  const all = { http: 'done', cors: 'done', node: 'done', express: 'done', docker: 'done' } as const;
  expect(standing('docker', all)).toMatchObject({ done: 5, total: 5, next: undefined });
  expect(standingOn(tracks, { roadmap: 'gone', topic: 'http', marks: new Map() })).toBeUndefined();
});
