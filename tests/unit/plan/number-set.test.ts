import { describe, expect, it } from 'vitest';
import { decodeNumbers, encodeNumbers } from '#features/plan/number-set.ts';
import { seedRandom, seeds } from '../../support/random.ts';

describe('numbers in an address', () => {
  it('come back as they were, for random sets', () => {
    for (const seed of seeds(300)) {
      const random = seedRandom(seed);
      const numbers = new Set(Array.from({ length: random.whole(0, 400) }, () => random.whole(0, 999)));
      const back = decodeNumbers(encodeNumbers(numbers));
      expect(back && [...back], `seed ${seed}`).toEqual([...numbers].sort((a, b) => a - b));
    }
  });

  it('take 51 characters for the first three hundred', () => {
    expect(encodeNumbers(Array.from({ length: 300 }, (_, number) => number))).toHaveLength(51);
  });

  it.each([
    ['characters outside base64url', '+/='],
    ['half a byte', 'A'],
    ['far too many', 'A'.repeat(2000)],
  ])('refuse %s', (_, text) => {
    expect(decodeNumbers(text)).toBeUndefined();
  });
});
