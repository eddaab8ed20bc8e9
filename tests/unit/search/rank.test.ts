import { describe, expect, it } from 'vitest';
import { buildShards } from '#features/search/build-shards.ts';
import { parseQuery } from '#features/search/query.ts';
import { rankPages } from '#features/search/rank.ts';
import { ShardReader } from '#features/search/shards.ts';
import { TitleIndex } from '#features/search/title-index.ts';
import { searchDocument } from './search-document.ts';

const documents = [
  searchDocument('Redis', { summary: 'A store in memory, often a cache.' }),
  searchDocument('Idempotency'),
  searchDocument('Isolation levels'),
  searchDocument('Event loop and non-blocking I/O', { aliases: ['event loop'] }),
  searchDocument('Event sourcing'),
  searchDocument('When does Redis lose data?', { kind: 'Question' }),
  searchDocument('Webhooks'),
];
const titles = await TitleIndex.build(documents);
const examples = [
  { text: 'customer was charged twice', addresses: ['/topics/Idempotency/'] },
  { text: 'charged two times', addresses: ['/topics/Idempotency/'] },
  { text: '->> operator', addresses: ['/topics/Webhooks/'] },
  { text: 'redis interview', addresses: ['/topics/When does Redis lose data?/'] },
  ...documents.map(({ title, address }) => ({ text: title, addresses: [address] })),
];
const outOfScope = ['wedding cakes', 'cakes for kids', 'wedding venue', 'wedding rings', 'cakes with cream'];
const shards = new ShardReader(new Map(buildShards(examples, documents, outOfScope).entries()));
const rank = (text: string, loaded = shards) => rankPages(parseQuery(text), titles, loaded);

describe('rankPages', () => {
  it.each([
    ['the page of that name', 'redis', 'Redis'],
    ['the page that a question names', 'what is the event loop', 'Event loop and non-blocking I/O'],
    ['by example queries, what no name says', 'why was my customer charged twice', 'Idempotency'],
    ['by example queries, signs', '->>', 'Webhooks'],
    ['a title by its beginning', 'isol', 'Isolation levels'],
    ['a title by its beginning, without shards', 'webh', 'Webhooks', new ShardReader()],
    ['by names alone without shards', 'event sourcing', 'Event sourcing', new ShardReader()],
  ])('finds %s: %s', (_, text, title, loaded = shards) => {
    expect(rank(text, loaded).documents[0]?.title).toBe(title);
  });

  it('takes nothing for out of scope without shards', () => {
    expect(rank('isolation of wedding cakes', new ShardReader()).isOutOfScope).toBe(false);
  });

  it('answers a subject that the site does not have by nothing, and suggests what comes near', () => {
    const { documents: found, isOutOfScope, near } = rank('isolation of wedding cakes');
    expect(found).toEqual([]);
    expect(isOutOfScope).toBe(true);
    expect(near.map(({ title }) => title)).toContain('Isolation levels');
  });

  it('finds nothing for what no one typed', () => {
    expect(rank('qqqq zzzz').documents).toEqual([]);
    expect(rank('').documents).toEqual([]);
  });
});
