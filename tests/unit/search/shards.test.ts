import { describe, expect, it } from 'vitest';
import { buildShards } from '#features/search/build-shards.ts';
import { ShardReader, shardCount, shardOf } from '#features/search/shards.ts';

const documents = ['/a/', '/b/', '/c/'].map((address) => ({ address }));
const example = (text: string, ...addresses: string[]) => ({ text, addresses });
const read = (...given: Parameters<typeof buildShards>) => new ShardReader(new Map(buildShards(...given).entries()));

describe('buildShards', () => {
  it('puts every term into the shard of its hash', () => {
    const shards = buildShards([example('money', '/a/')], documents);
    expect(shards).toHaveLength(shardCount);
    expect(shards.flatMap((shard, at) => (Object.hasOwn(shard, 'money') ? [at] : []))).toEqual([shardOf('money')]);
  });

  it('counts the examples of a term for each document in powers of two', () => {
    const many = Array.from({ length: 5 }, (_, at) => example(`money w${at}x`, '/a/'));
    const reader = read([...many, example('money safe', '/b/')], documents);
    expect([...reader.countsOf('money')]).toEqual([
      [1, 1],
      [0, 4],
    ]);
  });

  it('knows short examples whole, under their rarest term', () => {
    const reader = read([example('deploy node', '/a/'), example('deploy go', '/b/')], documents);
    expect(reader.examplesOf('nodej')).toEqual([]);
    const [known] = [...reader.examplesOf('deploy'), ...reader.examplesOf('nodejs')].filter(({ terms }) =>
      terms.has('nodejs'),
    );
    expect(known?.documents).toEqual([0]);
  });

  it('keeps two terms that say more together than alone', () => {
    const alone = ['/a/', '/b/'].flatMap((address) =>
      Array.from({ length: 4 }, (_, at) => example(`event e${at}v`, address)),
    );
    const pages = Array.from({ length: 6 }, (_, at) => ({ address: `/${at}/` }));
    const others = pages.flatMap(({ address }) => [example('loop x', address), example('event y', address)]);
    const reader = read([...alone, ...others, example('event loop', '/c/')], [...documents, ...pages]);
    expect(reader.bigramOf('event', 'loop')).toEqual([2]);
    expect(reader.bigramOf('loop', 'event')).toEqual([2]);
  });

  it('measures how much more often the examples of a document have a function word', () => {
    const examples = [
      ...['redis', 'kafka', 'docker', 'nginx'].map((name) => example(`why ${name}`, '/a/')),
      ...['redis', 'kafka', 'docker', 'nginx'].map((name) => example(`${name} tutorial`, '/b/')),
    ];
    expect([...read(examples, documents).liftsOf('~why').keys()]).toEqual([0]);
  });

  it('counts out-of-scope queries with a term from three on', () => {
    const outOfScope = ['banana bread', 'banana split', 'green banana', 'one apple'];
    const reader = read([example('money', '/a/')], documents, outOfScope);
    expect(reader.outOfScopeCountOf('banana')).toBe(2);
    expect(reader.outOfScopeCountOf('appl')).toBe(0);
    expect(reader.knows('banana')).toBe(true);
  });

  it('takes "constructor" for a term like any other', () => {
    expect(read([example('money', '/a/')], documents).countsOf('constructor').size).toBe(0);
    expect([
      ...read([example('constructor', '/a/')], documents)
        .countsOf('constructor')
        .keys(),
    ]).toEqual([0]);
  });
});
