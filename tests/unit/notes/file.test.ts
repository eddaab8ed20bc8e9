import { describe, expect, it } from 'vitest';
import type { Item } from '#features/notes/notes.ts';
import { notesFormat } from '#features/notes/notes-file.ts';
import { readOwnAddress } from '#features/notes/own-address.ts';

const file = (items: string) => `{"kind":"wayline-notes","version":1,"items":${items}}`;

describe('stored notes', () => {
  it('keep answers to questions beside notes on topics, and refuse keys of neither', () => {
    const items = { jwt: ['a', 1], 'question:acid-properties': ['b', 2], 'question:': ['c', 3], 'role:x': ['d', 4] };
    const read = notesFormat.parse(JSON.stringify({ kind: 'wayline-notes', version: 1, items }));
    expect(read).toMatchObject({ ok: true, errors: 2 });
    expect(read.ok && [...read.value.keys()]).toEqual(['jwt', 'question:acid-properties']);
  });

  it('are JSON with a text and a time for each key, the same whatever the order', () => {
    const entries: readonly (readonly [string, Item])[] = [
      ['sql', { text: 'a', at: 1 }],
      ['http', { text: 'b', at: 2 }],
    ];
    for (const order of [entries, entries.toReversed()])
      expect(notesFormat.serialize(new Map(order))).toBe(file('{"http":["b",2],"sql":["a",1]}'));
  });
});

describe('an address that a reader types', () => {
  it.each([
    [' https://a.example/x ', 'https://a.example/x'],
    ['http://a.example', 'http://a.example/'],
    ['a.example/x', 'https://a.example/x'],
    ['HTTPS://A.example/Ü b', 'https://a.example/%C3%9C%20b'],
  ])('is kept: %j as %j', (typed, address) => {
    expect(readOwnAddress(typed)).toMatchObject({ ok: true, address });
  });

  it.each([
    ['', 'first'],
    ['hello', 'not a link'],
    ['https://', 'not a link'],
    ['javascript:alert(1)', 'https:// or http://'],
    ['JaVaScRiPt:alert(1)', 'https:// or http://'],
    ['java\nscript:alert(1)', 'not a link'],
    ['data:text/html,<script>', 'https:// or http://'],
    ['vbscript:x', 'https:// or http://'],
    ['ftp://a.example', 'https:// or http://'],
    ['https://me:secret@a.example/', 'password'],
    [`https://a.example/${'x'.repeat(2000)}`, '2000'],
  ])('is refused in words: %j', (typed, words) => {
    expect(readOwnAddress(typed)).toMatchObject({ ok: false, reason: expect.stringContaining(words) });
  });
});
