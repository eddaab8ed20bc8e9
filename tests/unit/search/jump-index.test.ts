import { beforeAll, describe, expect, it } from 'vitest';
import { JumpIndex } from '#features/search/jump-index.ts';
import { packWordIndex } from '#features/search/pack-word-index.ts';
import { lookUp } from '#features/search/word-index.ts';
import { searchDocument } from './search-document.ts';

const documents = [
  searchDocument('Database indexing', {
    aliases: ['index', 'B+ tree', 'B-tree'],
    summary: 'How a database finds ten rows among ten million.',
  }),
  searchDocument('Query optimization', { aliases: ['query plan'], asks: ['my select takes very long', 'query slow'] }),
  searchDocument('Node.js fundamentals', { aliases: ['Node.js'] }),
  searchDocument('Node.js', { kind: 'Roadmap', address: '/roadmaps/nodejs/' }),
  searchDocument('Kubernetes', { aliases: ['k8s'] }),
  searchDocument('OAuth 2.0', { aliases: ['oauth'] }),
  searchDocument('SQL vs NoSQL'),
  searchDocument('What is the difference between SQL and NoSQL?', { kind: 'Question' }),
  searchDocument('Go', { kind: 'Roadmap', aliases: ['golang'] }),
  searchDocument('Go error handling'),
  searchDocument('Node.js, beginner', { kind: 'Page', address: '/learn/backend/nodejs/beginner/' }),
  searchDocument('Explain the N+1 query problem', { kind: 'Question', aliases: ['N+1'] }),
  searchDocument('Django signals and hooks', { asks: ['run code after a model was saved'] }),
  searchDocument('Event-driven architecture', { summary: 'How services react to facts.' }),
  searchDocument('Redis'),
  searchDocument('Load testing'),
  searchDocument('API quality', { summary: 'Load tests and more.' }),
  searchDocument('Key-value store', { kind: 'Project', asks: ['build my own redis'] }),
  searchDocument('Go developer', { kind: 'Role', address: '/roles/go-developer/' }),
  searchDocument('Backend architect', {
    kind: 'Role',
    address: '/roles/backend-architect/',
    aliases: ['software architect'],
  }),
];

let index: JumpIndex;
beforeAll(async () => {
  index = await JumpIndex.build(documents, 'yesterday morning sign');
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
    ['my select takes so long since this morning', 'Query optimization'],
    ['from go developer to software architect', 'From Go developer to Backend architect'],
  ])('finds %s', (typed, title) => {
    expect(titles(typed)[0]).toBe(title);
  });

  it('puts the page that a command asks for first, and once', () => {
    expect(titles('/learn nodejs advanced')[0]).toBe('Node.js');
    const found = titles('/learn redis');
    expect(found.filter((title) => title === 'Redis')).toEqual([found[0]]);
  });

  it('finds by the beginning of a name that is a word of running text too', () => {
    expect(titles('sign')).toContain('Django signals and hooks');
  });

  it('puts a title that begins with the query above other pages about it', () => {
    expect(titles('go e')[0]).toBe('Go error handling');
  });

  it('shows pages with some of the words when none has all', () => {
    const { hits, isRelaxed } = index.find('kubernetes optimization');
    expect(isRelaxed).toBe(true);
    expect(hits.map(({ document }) => document.title)).toEqual(
      expect.arrayContaining(['Kubernetes', 'Query optimization']),
    );
  });

  it('lets the kind of page that is asked for win over the name of another', () => {
    expect(titles('redis')[0]).toBe('Redis');
    expect(titles('projects with redis')[0]).toBe('Key-value store');
  });

  it.each(['react hooks', 'pizza oven', 'figma prototype'])('says nothing about a foreign subject: %s', (text) => {
    expect(titles(text)).toEqual([]);
  });

  it('takes one word of a few for an accident, unless one of them is what a page is called', () => {
    expect(titles('signals architecture')).toEqual([]);
    expect(titles('redis architecture')).toEqual(expect.arrayContaining(['Redis', 'Event-driven architecture']));
  });

  it('shows of unknown words beside a name what has the name, unless it was mended', () => {
    expect(titles('kubernetes cheat zebra')).toEqual(['Kubernetes']);
    expect(titles('kubernetess cheat zebra')).toEqual([]);
  });

  it('shows a page that is called by one of the words below those that have more of them', () => {
    const found = titles('zebra sql nosql kubernetes');
    expect(found[0]).toBe('SQL vs NoSQL');
    expect(found).toContain('Kubernetes');
  });

  it('finds a name of several words beside any others', () => {
    expect(titles('famous lighthouse keeper to backend architect')).toEqual(['Backend architect']);
    expect(titles('famous lighthouse keeper architect')).toEqual([]);
  });

  it('puts a page whose whole name was typed above one that has more of the words', () => {
    expect(titles('how do i load test my api').slice(0, 2)).toEqual(['Load testing', 'API quality']);
  });

  it('suggests pages with a word of a foreign subject', () => {
    expect(index.find('react hooks').near.map(({ title }) => title)).toContain('Django signals and hooks');
  });

  it.each(['qqqq zzzz', '', '🙂', '__proto__', '.*', '\u0000'])('finds nothing for %j', (text) => {
    expect(titles(text)).toEqual([]);
  });

  it('answers ten thousand letters', () => {
    expect(titles('index '.repeat(2000))[0]).toBe('Database indexing');
  });
});

describe('findAgain', () => {
  const pages = [
    searchDocument('Ledger', { asks: ['move money safely'] }),
    searchDocument('Money'),
    searchDocument('Locks', { asks: ['printer queue'] }),
    searchDocument('Scheduled jobs'),
  ];
  const search = (text: string, ...titles: readonly string[]) => ({
    text,
    addresses: titles.map((title) => `/topics/${title}/`),
  });
  const searches = [
    search('move money between accounts', 'Money'),
    search('blocks in the printer', 'Scheduled jobs'),
    search('every night a thousand reports', 'Scheduled jobs'),
  ];
  const foreign = Array.from({ length: 30 }, (_, at) => [`zebras ${at} stripes safely`, `pointer dogs ${at}`]).flat();
  const known = lookUp(new Map(packWordIndex(searches, pages, foreign).entries()));
  let small: JumpIndex;
  beforeAll(async () => {
    small = await JumpIndex.build(pages);
  });
  const again = (text: string) => small.findAgain(small.find(text), known);
  const titlesOf = ({ hits }: ReturnType<typeof again>) => hits.map(({ document }) => document.title);

  it('finds a page by what people search for who need it', () => {
    expect(titlesOf(small.find('thousand reports every night'))).toEqual([]);
    expect(titlesOf(again('thousand reports every night'))).toEqual(['Scheduled jobs']);
  });

  it('puts the page first that is searched for so', () => {
    expect(titlesOf(small.find('move money safely accounts'))[0]).toBe('Ledger');
    expect(titlesOf(again('move money safely accounts'))).toEqual(['Money', 'Ledger']);
  });

  it('takes a word that searches or foreign ones have for no mistake, unless it stands for a name', () => {
    expect(small.find('blocks printer').query.corrections).toHaveLength(1);
    expect(again('blocks printer').query.corrections).toEqual([]);
    expect(titlesOf(again('blocks printer'))[0]).toBe('Scheduled jobs');
    expect(small.find('pointer queue').query.corrections).toHaveLength(1);
    expect(again('pointer queue').query.corrections).toEqual([]);
    expect(titlesOf(again('blocks'))).toEqual(['Locks']);
  });

  it('finds nothing for a foreign subject that names have in part, and suggests what is near', () => {
    expect(titlesOf(small.find('money zebras stripes'))).toEqual([]);
    expect(titlesOf(small.find('move money safely zebras'))).toEqual(['Ledger']);
    const answer = again('move money safely zebras');
    expect(titlesOf(answer)).toEqual([]);
    expect(answer.near.map(({ title }) => title)).toContain('Ledger');
  });
});
