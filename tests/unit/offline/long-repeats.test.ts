import { describe, expect, it } from 'vitest';
import { foldRepeats, unfoldRepeats } from '#features/offline/long-repeats.ts';
import { seedRandom } from '../../support/random.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const roundTrip = (bytes: Uint8Array) => unfoldRepeats(foldRepeats(bytes), bytes.length);

describe('folding repeats', () => {
  it.each(['', 'a', 'short', 'é日本語', 'x'.repeat(10_000), 'abc'.repeat(5_000)])('gives back text %#', (text) => {
    expect(roundTrip(bytesOf(text))).toEqual(bytesOf(text));
  });

  it('gives back a thousand random mixtures of new and repeated passages', () => {
    const { whole } = seedRandom(1);
    for (let round = 0; round < 1000; round += 1) {
      const passages = Array.from({ length: 4 }, () => Uint8Array.from({ length: whole(0, 80) }, () => whole(0, 5)));
      const order = Array.from({ length: whole(0, 12) }, () => passages[whole(0, 3)] ?? new Uint8Array());
      const bytes = Uint8Array.from(order.flatMap((passage) => [...passage]));
      expect(roundTrip(bytes)).toEqual(bytes);
    }
  });

  it('takes out a passage however far back it stood', () => {
    const { whole } = seedRandom(2);
    const page = Uint8Array.from({ length: 200_000 }, () => whole(0, 255));
    const twice = new Uint8Array([...page, ...page]);
    expect(foldRepeats(twice).literals.length).toBeLessThan(page.length + 10);
  });

  it.each([
    ['a passage from before the beginning', [1, 5, 30]],
    ['a passage from nowhere', [1, 0, 30]],
    ['a passage that ends after the end', [1, 1, 500]],
    ['too few bytes', []],
  ])('refuses %s', (_name, steps) => {
    expect(() => unfoldRepeats({ literals: bytesOf('abc'), steps }, 40)).toThrow(RangeError);
  });
});
