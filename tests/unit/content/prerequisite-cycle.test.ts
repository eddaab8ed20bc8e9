import { expect, it } from 'vitest';
import type { Corpus } from '#content/corpus.ts';
import { prerequisiteCycle } from '#content/lint/relations.ts';

const topic = (id: string, needed: string) => ({
  id,
  kind: 'topic',
  path: `content/topics/${id}.mdx`,
  data: { status: 'published', prerequisites: [{ topic: needed, why: 'the test asks for it' }] },
  lineOf: () => 1,
});

it('reports every cycle in one run', () => {
  const topics = [topic('a', 'b'), topic('b', 'a'), topic('c', 'd'), topic('d', 'c')];
  const issues = prerequisiteCycle.check({ topic: topics } as unknown as Corpus);
  expect(issues.map(({ message }) => message)).toEqual([
    'These topics need each other: a needs b needs a.',
    'These topics need each other: c needs d needs c.',
  ]);
});
