import { describe, expect, it } from 'vitest';
import { joinPack, splitPack } from '#features/offline/pack.ts';

const file = (address: string, text: string) => ({ address, bytes: new TextEncoder().encode(text) });
const texts = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files].map(([address, bytes]) => [address, new TextDecoder().decode(bytes)]);

describe('a pack', () => {
  it('gives back its files with their addresses', () => {
    const shell = '<!doctype html><title>A page of the site</title>';
    const pack = joinPack([file('', `${shell}home`), file('topics/日本/', `${shell}topic`), file('empty.txt', '')]);
    expect(texts(splitPack(pack))).toEqual([
      ['', `${shell}home`],
      ['topics/日本/', `${shell}topic`],
      ['empty.txt', ''],
    ]);
  });

  it('gives back files of more than a hundred thousand bytes', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `${index},`).join('');
    const files = splitPack(joinPack([file('a', long), file('b', `${long}.`)]));
    expect(texts(files)).toEqual([
      ['a', long],
      ['b', `${long}.`],
    ]);
  });

  it('is read from the middle of a larger buffer', () => {
    const pack = joinPack([file('a', 'one')]);
    const larger = new Uint8Array(pack.length + 7);
    larger.set(pack, 7);
    expect(texts(splitPack(larger.subarray(7)))).toEqual([['a', 'one']]);
  });

  it('is refused when it was cut off or is something else', () => {
    const pack = joinPack([file('a', 'some text that is long enough to be cut')]);
    for (const damaged of [pack.subarray(0, 3), pack.subarray(0, 20), pack.subarray(0, -1), new Uint8Array(50)])
      expect(() => splitPack(damaged)).toThrow();
  });
});
