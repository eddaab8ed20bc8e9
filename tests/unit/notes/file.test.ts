import { describe, expect, it } from 'vitest';
import { type Item, linkKey, longestNote, maxOf } from '#features/notes/notes.ts';
import { notesFormat } from '#features/notes/notes-file.ts';
import { readOwnAddress } from '#features/notes/own-address.ts';

const file = (items: string) => `{"kind":"wayline-notes","version":1,"items":${items}}`;

describe('stored notes', () => {
  it('keep answers to questions beside notes on topics, and refuse keys of neither', () => {
    const items = { jwt: ['a', 1], 'question:acid-properties': ['b', 2], 'question:': ['c', 3], 'role:x': ['d', 4] };
    const read = notesFormat.parse(JSON.stringify({ kind: 'wayline-notes', version: 1, items }));
    expect(read).toMatchObject({ ok: true, refused: 2 });
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

  it.each([
    '',
    'hello',
    'null',
    '[]',
    '{}',
    file('7'),
    file('[]'),
    '{"kind":"wayline-progress","version":1,"items":{}}',
  ])('are corrupt as %j', (text) => {
    expect(notesFormat.parse(text)).toEqual({ ok: false, error: 'corrupt' });
  });

  it.each([2, 99, 1.5])('of version %s are left to a newer Wayline', (version) => {
    expect(notesFormat.parse(`{"kind":"wayline-notes","version":${version},"items":{}}`)).toEqual({
      ok: false,
      error: 'future',
    });
  });

  it.each([
    ['no list', 'sql', '"text"'],
    ['a text that is none', 'sql', '[7,1]'],
    ['a time in words', 'sql', '["a","1"]'],
    ['a negative time', 'sql', '["a",-1]'],
    ['too long a note', 'sql', JSON.stringify(['a'.repeat(longestNote + 1), 1])],
    ['too long a title', linkKey('sql', 'https://a.example/'), JSON.stringify(['a'.repeat(maxOf.title + 1), 1])],
    ['an id that none has', '__proto__', '["a",1]'],
    ['a script for an address', linkKey('sql', 'javascript:alert(1)'), '["a",1]'],
    ['a file for an address', linkKey('sql', 'file:///etc/passwd'), '["a",1]'],
    ['an address in another form', linkKey('sql', 'HTTPS://A.example'), '["a",1]'],
    ['a password in the address', linkKey('sql', 'https://me:secret@a.example/'), '["a",1]'],
  ])('refuse an entry with %s and take the others', (_, key, entry) => {
    const text = file(`{${JSON.stringify(key)}:${entry},"http":["b",2]}`);
    expect(notesFormat.parse(text)).toEqual({ ok: true, value: new Map([['http', { text: 'b', at: 2 }]]), refused: 1 });
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
