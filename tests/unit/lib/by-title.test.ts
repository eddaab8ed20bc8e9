import { expect, it } from 'vitest';
import { byTitle } from '#lib/by-title.ts';

it('byTitle puts titles in the order of the alphabet, capital and small letters alike', () => {
  const titles = ['gRPC', 'Caching', 'HTTP caching', 'graphs', 'C#', 'caching'].map((title) => ({ title }));
  expect(titles.toSorted(byTitle).map(({ title }) => title)).toEqual([
    'C#',
    'Caching',
    'caching',
    'graphs',
    'gRPC',
    'HTTP caching',
  ]);
});
