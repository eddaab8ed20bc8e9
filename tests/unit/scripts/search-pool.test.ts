import { describe, expect, it } from 'vitest';
import type { SearchDocument } from '#features/search/document.ts';
import { poolQueries } from '#scripts/bench/search-pool.ts';

const query = { query: 'redis', kind: 'keyword', right: ['/topics/redis/'], useful: [], half: 'held' } as const;
const redis: SearchDocument = {
  kind: 'Topic',
  title: 'Redis',
  aliases: [],
  summary: 'A store in memory.',
  level: '',
  area: '',
  address: '/topics/redis/',
};

describe('poolQueries', () => {
  it('gives every page of the first five of each engine once, by address, without saying who found it', () => {
    const many = Array.from({ length: 7 }, (_, at) => `/topics/z${at}/`);
    const [pooled] = poolQueries([query], [[['/topics/redis/#ttl', '/topics/a/']], [many]], [redis]);
    expect(pooled).toEqual({
      query: 'redis',
      candidates: [
        { address: '/topics/a/', title: '', summary: '' },
        { address: '/topics/redis/', title: 'Redis', summary: 'A store in memory.' },
        ...many.slice(0, 5).map((address) => ({ address, title: '', summary: '' })),
      ],
    });
  });

  it('has what was judged right before even when no engine finds it', () => {
    expect(poolQueries([query], [[[]]], [redis])[0]?.candidates.map(({ address }) => address)).toEqual([
      '/topics/redis/',
    ]);
  });

  it('leaves out what has one right answer by definition', () => {
    expect(poolQueries([{ ...query, kind: 'off-topic', right: [] }], [[['/topics/a/']]], [])).toEqual([]);
  });
});
