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

  it('knows the pages of two terms that stand in one example', () => {
    const reader = read([example('event bus', '/a/'), example('loop', '/b/'), example('event loop', '/c/')], documents);
    expect(reader.bigramOf('event', 'loop')).toEqual([2]);
    expect(reader.bigramOf('bus', 'loop')).toEqual([]);
    expect(reader.bigramOf('loop', 'event')).toEqual([2]);
  });

  it('measures how much more often the examples of a document have a function word', () => {
    const examples = [
      ...['redis', 'kafka', 'docker', 'nginx'].map((name) => example(`why ${name}`, '/a/')),
      ...['redis', 'kafka', 'docker', 'nginx'].map((name) => example(`${name} tutorial`, '/b/')),
    ];
    expect([...read(examples, documents).liftsOf('~why').keys()]).toEqual([0]);
  });

  it('counts out-of-scope queries with a term, and knows it when there are several', () => {
    const outOfScope = ['banana bread', 'banana split', 'green banana', 'one apple'];
    const reader = read([example('money', '/a/')], documents, outOfScope);
    expect(reader.outOfScopeCountOf('banana')).toBe(2);
    expect(reader.outOfScopeCountOf('appl')).toBe(1);
    expect(reader.knows('banana')).toBe(true);
    expect(reader.knows('appl')).toBe(false);
  });

  it('knows words to correct spelling towards when three examples have them', () => {
    const examples = ['volume', 'volumes of docker', 'mount a volume', 'volume size', 'volmue size'];
    const reader = read(
      examples.map((text) => example(text, '/a/')),
      documents,
    );
    expect(reader.wordsLike('volmue')).toEqual([['volume', { written: 'volume', weight: 3 }]]);
    expect(reader.wordsLike('volum').length).toBe(1);
    expect(reader.wordsLike('mounts').length).toBe(0);
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
