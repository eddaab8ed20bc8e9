import { expect, test } from 'vitest';
import { startedRoadmaps } from '#features/dashboard/roadmaps-begun.ts';
import { marksOf } from '../../support/marks.ts';

const topics = (...ids: string[]) => ids.map((id) => ({ id }));
const backend = { id: 'backend', topics: topics('http', 'dns', 'sql', 'cache', 'queues') };
const beginner = { id: 'beginner', topics: topics('http', 'dns', 'git') };
const rust = { id: 'rust', topics: topics('ownership') };
const all = [backend, beginner, rust];

test('a roadmap is started by a topic that is learned or under way, and not by one that was skipped', () => {
  expect(startedRoadmaps(all, marksOf({ sql: 'learning' })).map(({ id }) => id)).toEqual(['backend']);
  expect(startedRoadmaps(all, marksOf({ ownership: 'skipped' }))).toEqual([]);
});

test('roadmaps with the most learned come first, and of two alike the shorter', () => {
  const started = startedRoadmaps(all, marksOf({ http: 'done', dns: 'review', ownership: 'done' }));
  expect(started.map(({ id, done }) => [id, done])).toEqual([
    ['beginner', 2],
    ['backend', 2],
    ['rust', 1],
  ]);
});
