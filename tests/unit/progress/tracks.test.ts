import { expect, test } from 'vitest';
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
