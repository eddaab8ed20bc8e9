import { describe, expect, it } from 'vitest';
import { nearestWords } from '#features/search/spelling.ts';

const site = {
  words: new Map([
    ['kubernetes', 9],
    ['postgresql', 9],
    ['indexing', 9],
    ['rust', 9],
    ['sql', 9],
    ['trust', 1],
    ['http2', 3],
    ['forever', 1],
    ['matters', 9],
  ]),
  isName: (word: string) => word !== 'trust' && word !== 'forever',
};

describe('nearestWords', () => {
  it.each([
    ['kuberentes', 'kubernetes'],
    ['kubernets', 'kubernetes'],
    ['indexng', 'indexing'],
    ['rsut', 'rust'],
  ])('mends %s to %s', (typed, word) => {
    expect(nearestWords(typed, site)[0]).toBe(word);
  });

  it('mends the beginning of a word that is still being typed', () => {
    expect(nearestWords('postrge', site, true)).toEqual(['postgresql']);
    expect(nearestWords('postrge', site)).toEqual([]);
    expect(nearestWords('mqtt', site, true)).toEqual([]);
  });

  it('puts back a letter that fell out of four, and no other into three', () => {
    expect(nearestWords('rst', site)).toEqual(['rust']);
    expect(nearestWords('ust', site)).toEqual([]);
    expect(nearestWords('tru', site)).toEqual([]);
  });

  it('does not take one short name for another', () => {
    expect(nearestWords('ssl', site)).toEqual([]);
  });

  it('does not take a plain word for one with a number', () => {
    expect(nearestWords('https', site)).toEqual([]);
  });

  it('takes a short word for a name only', () => {
    expect(nearestWords('rist', site)).toEqual(['rust']);
    expect(nearestWords('foreer', site)).toEqual([]);
    expect(nearestWords('foreveer', site)).toEqual(['forever']);
  });

  it('mends a wrong first letter of a name', () => {
    expect(nearestWords('rubernetes', site)).toEqual(['kubernetes']);
  });

  it('offers nothing for nonsense', () => {
    expect(nearestWords('qqqqzzzz', site)).toEqual([]);
  });
});
