import { expect, test } from 'vitest';
import { startedRoadmaps } from '#features/dashboard/roadmaps-begun.ts';
import type { Mark, State } from '#features/progress/index.ts';

const topics = (...ids: string[]) => ids.map((id) => ({ id }));
const backend = { id: 'backend', topics: topics('http', 'dns', 'sql', 'cache', 'queues') };
const beginner = { id: 'beginner', topics: topics('http', 'dns', 'git') };
const rust = { id: 'rust', topics: topics('ownership') };
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
