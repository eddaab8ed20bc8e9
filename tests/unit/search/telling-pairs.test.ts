import { describe, expect, it } from 'vitest';
import { packWordIndex } from '#features/search/pack-word-index.ts';
import { lookUp } from '#features/search/word-index.ts';

const documents = ['/a/', '/b/', '/c/', '/d/', '/loop/'].map((address) => ({ address }));
const loop = documents.length - 1;
const often = (text: string) =>
  ['/a/', '/b/', '/c/', '/d/'].flatMap((address) =>
    Array.from({ length: 4 }, (_, at) => ({ text: `${text} n${at}${address.slice(1, 2)}`, addresses: [address] })),
  );
const index = (searches: Parameters<typeof packWordIndex>[0]) =>
  lookUp(new Map(packWordIndex(searches, documents).entries()));
const known = index([
  ...often('event'),
  ...often('blocked'),
  { text: 'event blocked', addresses: ['/loop/'] },
  { text: 'event constructor', addresses: ['/a/'] },
]);

describe('tellingPairs', () => {
  it('keeps two terms that tell together of a page that neither tells', () => {
    expect(known.pairOf('event', 'block')).toEqual([loop]);
    expect(known.pairOf('block', 'event')).toEqual([loop]);
  });

  it('leaves out those whose page their terms tell already, each for itself', () => {
    expect(known.pairOf('event', 'constructor')).toEqual([]);
    expect(known.pairOf('event', 'n0a')).toEqual([]);
  });

  it('knows none of terms that never met, nor of words that every object has', () => {
    expect(known.pairOf('event', 'unheard')).toEqual([]);
    expect(known.pairOf('event', 'hasownproperty')).toEqual([]);
    expect(known.pairOf('toString', 'event')).toEqual([]);
    expect(known.pairOf('event', 'toString')).toEqual([]);
  });

  it('leaves out the pairs of long searches', () => {
    const story = 'event blocked alpha beta gamma delta epsilon';
    const found = (text: string) =>
      index([...often('event'), ...often('blocked'), { text, addresses: ['/loop/'] }]).pairOf('event', 'block');
    expect(found(`${story} zeta`)).toEqual([loop]);
    expect(found(`${story} zeta eta`)).toEqual([]);
  });

  it('gives the pages of a pair in order', () => {
    const two = { text: 'event blocked', addresses: ['/loop/', '/a/'] };
    expect(index([...often('event'), ...often('blocked'), two]).pairOf('event', 'block')).toEqual([0, loop]);
  });
});
