import { expect, it } from 'vitest';
import { hashOf } from '#lib/hash.ts';

// The published values of FNV-1a: http://www.isthe.com/chongo/src/fnv/test_fnv.c
it.each([
  ['', 0x811c9dc5],
  ['a', 0xe40c292c],
  ['foobar', 0xbf9cf968],
])('the hash of %j is that of FNV-1a', (text, hash) => {
  expect(hashOf(text)).toBe(hash);
});
