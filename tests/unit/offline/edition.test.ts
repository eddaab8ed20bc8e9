import { describe, expect, it } from 'vitest';
import { namesOf, parseEdition, serializeEdition, weightOf } from '#features/offline/edition.ts';

const pack = (letter: string, bytes = 10) => ({ name: letter.repeat(16), bytes, addresses: [`topics/${letter}/`] });
const edition = { edition: 'first', headers: { 'X-Content-Type-Options': 'nosniff' }, packs: [pack('a'), pack('b')] };

describe('an edition', () => {
  it('survives being written and read', () => {
    expect(parseEdition(serializeEdition(edition))).toEqual(edition);
  });

  it.each([
    '',
    'null',
    '[]',
    '<!doctype html><title>Moved</title>',
    '{"kind":"wayline-edition","version":2,"edition":"x","headers":{},"packs":[]}',
    serializeEdition({ ...edition, packs: [] }),
    serializeEdition({ ...edition, packs: [{ ...pack('a'), name: '../../sw' }] }),
    serializeEdition({ ...edition, packs: [{ ...pack('a'), bytes: -1 }] }),
    serializeEdition(edition).replace('"topics/a/"', '7'),
    serializeEdition(edition).replace('"nosniff"', '7'),
  ])('is not %s', (text) => {
    expect(parseEdition(text)).toBeUndefined();
  });

  it('weighs what its packs weigh together', () => {
    expect(weightOf([pack('a', 4), pack('c', 7)])).toBe(11);
  });

  it('names the packs that several editions need together', () => {
    expect(namesOf(edition, undefined, { ...edition, packs: [pack('c')] })).toEqual(
      new Set(['a', 'b', 'c'].map((letter) => letter.repeat(16))),
    );
  });
});
