import { describe, expect, it } from 'vitest';
import { packWordIndex } from '#features/search/pack-word-index.ts';
import { lookUp, wordFileCount, wordFileOf } from '#features/search/word-index.ts';

const documents = ['/a/', '/b/', '/c/', '/d/'].map((address) => ({ address }));
const searches = [
  { text: 'half of the money is gone', addresses: ['/a/'] },
  { text: 'booked the same ticket twice', addresses: ['/a/'] },
  { text: 'ticket sold twice', addresses: ['/c/'] },
  { text: 'sell a ticket two times', addresses: ['/c/', '/elsewhere/'] },
  { text: 'sold tickets twice', addresses: ['/d/'] },
  { text: 'constructor with many parameters', addresses: ['/d/'] },
  { text: 'nobody knows', addresses: ['/elsewhere/'] },
];
const files = packWordIndex(searches, documents);
const known = lookUp(new Map(files.entries()));

describe('packWordIndex', () => {
  it('spreads terms over all files and keeps each in one', () => {
    expect(files).toHaveLength(wordFileCount);
    expect(files.flatMap((file, at) => (Object.hasOwn(file, 'money') ? [at] : []))).toEqual([wordFileOf('money')]);
  });

  it('makes the same files from the same searches', () => {
    expect(JSON.stringify(packWordIndex(searches, documents))).toBe(JSON.stringify(files));
  });

  it('leaves out words that say nothing and searches for pages that are not there', () => {
    expect(known.countsOf('the').size).toBe(0);
    expect(files.some((file) => Object.hasOwn(file, 'nobody'))).toBe(false);
  });

  it('keeps a search under the term that the fewest pages are searched for by', () => {
    expect(known.knownBy('gone')).toEqual([{ terms: new Set(['gone', 'half', 'money']), places: [0] }]);
    expect(known.knownBy('half')).toEqual([]);
  });

  it('keeps only the words of a long search', () => {
    const long = { text: 'alpha beta gamma delta', addresses: ['/a/'] };
    const { countsOf, knownBy } = lookUp(new Map(packWordIndex([long], documents).entries()));
    expect([...countsOf('delta')]).toEqual([[0, 1]]);
    expect(['alpha', 'beta', 'gamma', 'delta'].flatMap(knownBy)).toEqual([]);
  });

  it('takes searches of the same terms as one', () => {
    expect(known.knownBy('sold')).toEqual([{ terms: new Set(['sold', 'ticket', 'twic']), places: [2, 3] }]);
  });
});

describe('lookUp', () => {
  it('counts the searches for each page that have a term: 1, 2, 4, or 8 for all beyond', () => {
    const many = Array.from({ length: 20 }, (_, at) => ({
      text: `cache word${at}`,
      addresses: documents.slice(0, at < 2 ? 4 : at < 3 ? 3 : at < 7 ? 2 : 1).map(({ address }) => address),
    }));
    const counts = lookUp(new Map(packWordIndex(many, documents).entries())).countsOf('cach');
    expect([...counts].toSorted(([a], [b]) => a - b)).toEqual([
      [0, 8],
      [1, 4],
      [2, 2],
      [3, 2],
    ]);
  });

  it('counts foreign searches in powers of two, and leaves terms out that few of them have and no other search', () => {
    const foreign = [
      ...Array.from({ length: 6 }, (_, at) => `zebra ${at} stripes`),
      'money belt',
      'zoo',
      'zoo tickets',
    ];
    const { foreignCountOf, countsOf } = lookUp(new Map(packWordIndex(searches, documents, foreign).entries()));
    expect(['zebra', 'zoo', 'money', 'ticket', 'half'].map(foreignCountOf)).toEqual([4, 0, 1, 1, 0]);
    expect(countsOf('zebra').size).toBe(0);
    expect([...countsOf('money')]).toEqual([...known.countsOf('money')]);
  });

  it('tells which pages a word of talk is used for more often than for others', () => {
    const asked = (page: string, talk: string) =>
      Array.from({ length: 8 }, (_, at) => ({ text: `${talk} word${at}`, addresses: [page] }));
    const packed = packWordIndex([...asked('/a/', 'why is my'), ...asked('/b/', 'what is the')], documents);
    const { liftsOf } = lookUp(new Map(packed.entries()));
    expect([...liftsOf('~why')]).toEqual([[0, 0.5]]);
    expect([...liftsOf('~~why')]).toEqual([[0, 0.5]]);
    expect([...liftsOf('~is')]).toEqual([]);
    expect([...liftsOf('why')]).toEqual([]);
    const few = packWordIndex([...asked('/a/', 'why').slice(0, 2), ...asked('/b/', 'what')], documents);
    expect([...lookUp(new Map(few.entries())).liftsOf('~why')]).toEqual([]);
  });

  it('knows nothing of other words and of files that were not loaded, and is not misled by names of objects', () => {
    expect(known.countsOf('zebra').size).toBe(0);
    expect(known.knownBy('zebra')).toEqual([]);
    expect(lookUp(new Map()).countsOf('money').size).toBe(0);
    expect([...known.countsOf('constructor')]).toEqual([[3, 1]]);
    expect(known.countsOf('hasownproperty').size).toBe(0);
  });
});
