import { expect, test } from 'vitest';
import { nextTopic, startedRoadmaps } from '#features/dashboard/where-to-go-on.ts';
import type { Mark, State } from '#features/progress/index.ts';

const backend = { id: 'backend', title: 'Backend', topics: ['http', 'dns', 'sql', 'cache', 'queues'] };
const beginner = { id: 'beginner', title: 'Beginner path', topics: ['http', 'dns', 'git'] };
const rust = { id: 'rust', title: 'Rust', topics: ['ownership'] };
const all = [backend, beginner, rust];
const marksOf = (states: Readonly<Record<string, State>>) =>
  new Map(Object.entries(states).map(([id, state]): [string, Mark] => [id, { state, at: 9 }]));

test('a roadmap is started by a topic that is learned or under way, and not by one that was skipped', () => {
  const idsOf = (states: Readonly<Record<string, State>>) => startedRoadmaps(all, marksOf(states)).map(({ id }) => id);
  expect(idsOf({ sql: 'learning' })).toEqual(['backend']);
  expect(idsOf({ ownership: 'skipped' })).toEqual([]);
});

test('roadmaps with the most learned come first, and of two alike the shorter', () => {
  const started = startedRoadmaps(all, marksOf({ http: 'done', dns: 'review', ownership: 'done' }));
  expect(started.map(({ id, done }) => [id, done])).toEqual([
    ['beginner', 2],
    ['backend', 2],
    ['rust', 1],
  ]);
});

test('the reader goes on with what is under way, or after the topic that was learned last', () => {
  expect(nextTopic(backend, marksOf({ http: 'done', cache: 'learning' }))).toBe('cache');
  expect(nextTopic(backend, marksOf({ dns: 'done' }))).toBe('sql');
  expect(nextTopic(backend, marksOf({ dns: 'done', sql: 'skipped' }))).toBe('cache');
});

test('at the end of a roadmap the topics that were left out come, and then none', () => {
  expect(nextTopic(beginner, marksOf({ git: 'done', dns: 'done' }))).toBe('http');
  expect(nextTopic(rust, marksOf({ ownership: 'done' }))).toBeUndefined();
});
