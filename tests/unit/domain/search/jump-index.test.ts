import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchDocument } from '#domain/search/document.ts';
import { JumpIndex } from '#domain/search/jump-index.ts';

const page = (title: string, given: Partial<SearchDocument> = {}): SearchDocument => ({
  kind: 'Topic',
  title,
  aliases: [],
  summary: '',
  headings: [],
  level: '',
  area: '',
  address: `/topics/${title}/`,
  ...given,
});

const documents = [
  page('Database indexing', {
    aliases: ['index', 'B+ tree', 'B-tree'],
    summary: 'How a database finds ten rows among ten million.',
  }),
  page('Query optimization', { aliases: ['query plan'], summary: 'Find the query that is slow and make it cheaper.' }),
  page('Node.js fundamentals', { aliases: ['Node.js'] }),
  page('Node.js', { kind: 'Roadmap' }),
  page('Kubernetes', { aliases: ['k8s'] }),
  page('OAuth 2.0', { aliases: ['oauth'] }),
  page('SQL vs NoSQL'),
  page('What is the difference between SQL and NoSQL?', { kind: 'Question' }),
  page('Go', { kind: 'Roadmap', aliases: ['golang'] }),
  page('Go error handling'),
  page('Node.js, beginner', { kind: 'Page', aliases: ['/learn backend nodejs beginner'] }),
  page('Explain the N+1 query problem', { kind: 'Question', aliases: ['N+1'] }),
];

let index: JumpIndex;
beforeAll(async () => {
  index = await JumpIndex.build(documents);
});

const titles = (text: string) => index.find(text).hits.map(({ document }) => document.title);

describe('JumpIndex', () => {
  it('puts an exact title first, then an exact alias', () => {
    expect(titles('nodejs').slice(0, 2)).toEqual(['Node.js', 'Node.js fundamentals']);
    expect(titles('go')[0]).toBe('Go');
  });

  it.each([
    ['b plus tree', 'Database indexing'],
    ['oauth2', 'OAuth 2.0'],
    ['n plus 1', 'Explain the N+1 query problem'],
    ['why is my query slow', 'Query optimization'],
    ['sql and nosql difference', 'SQL vs NoSQL'],
    ['kuberentes', 'Kubernetes'],
    ['indexng', 'Database indexing'],
    ['golang', 'Go'],
    ['kuber', 'Kubernetes'],
    ['/learn backend nodejs beginner', 'Node.js, beginner'],
  ])('finds %s', (typed, title) => {
    expect(titles(typed)[0]).toBe(title);
  });

  it('shows pages with some of the words when none has all', () => {
    const { hits, isRelaxed } = index.find('kubernetes optimization');
    expect(isRelaxed).toBe(true);
    expect(hits.map(({ document }) => document.title)).toEqual(
      expect.arrayContaining(['Kubernetes', 'Query optimization']),
    );
  });

  it.each(['qqqq zzzz', '', '🙂', '__proto__', '.*', '\u0000'])('finds nothing for %j', (text) => {
    expect(titles(text)).toEqual([]);
  });

  it('answers ten thousand letters', () => {
    expect(titles(`index ${'x'.repeat(10_000)}`)[0]).toBe('Database indexing');
  });
});
