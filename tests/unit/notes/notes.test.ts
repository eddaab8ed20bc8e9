import { describe, expect, it } from 'vitest';
import {
  byTopic,
  joinTexts,
  linkKey,
  maxOf,
  mergeNotes,
  type Notes,
  notesOf,
  renameNotes,
  withText,
} from '#features/notes/notes.ts';
import { notesFormat } from '#features/notes/notes-file.ts';
import { findNotes, searchable } from '#features/notes/search-notes.ts';
import { farFromSquare, growth } from '../../support/growth.ts';
import { forSeeds } from '../../support/random.ts';
import { randomNotes } from './random-notes.ts';

const notes = (entries: Readonly<Record<string, readonly [string, number]>>): Notes =>
  new Map(Object.entries(entries).map(([key, [text, at]]) => [key, { text, at }]));
const docs = linkKey('sql', 'https://sql.example/');

describe('withText', () => {
  it('writes one text and leaves the given notes alone', () => {
    const before = notes({ sql: ['joins', 1], http: ['verbs', 1] });
    expect(withText(before, 'sql', { text: 'windows', at: 2 })).toEqual(
      notes({ sql: ['windows', 2], http: ['verbs', 1] }),
    );
    expect(before.get('sql')).toEqual({ text: 'joins', at: 1 });
  });

  it('is newer than what stood there, even when the clock was set back', () => {
    expect(withText(notes({ sql: ['joins', 9] }), 'sql', { text: 'windows', at: 3 })).toEqual(
      notes({ sql: ['windows', 10] }),
    );
  });
});

describe('mergeNotes', () => {
  it('keeps what only one side has, and of two texts the newer', () => {
    expect(
      mergeNotes(notes({ sql: ['old', 1], http: ['a', 1] }), notes({ sql: ['new', 2], [docs]: ['Docs', 1] })),
    ).toEqual(notes({ sql: ['new', 2], http: ['a', 1], [docs]: ['Docs', 1] }));
  });

  it('keeps a deletion over an older text, from either side', () => {
    const [deleted, old] = [notes({ sql: ['', 5] }), notes({ sql: ['joins', 4] })];
    expect(mergeNotes(deleted, old)).toEqual(deleted);
    expect(mergeNotes(old, deleted)).toEqual(deleted);
  });

  it('gives the same from either side, in any order and when repeated, for random notes', () => {
    forSeeds(500, (random) => {
      const [a, b, c] = [randomNotes(random), randomNotes(random), randomNotes(random)];
      const merged = mergeNotes(a, b);
      expect(merged).toEqual(mergeNotes(b, a));
      expect(mergeNotes(merged, b)).toEqual(merged);
      expect(mergeNotes(merged, c)).toEqual(mergeNotes(a, mergeNotes(b, c)));
    });
  });
});

describe('joinTexts', () => {
  it.each([
    ['theirs', 'mine', 'theirs\n\n---\n\nmine'],
    ['', 'mine', 'mine'],
    ['theirs', '', 'theirs'],
    ['same', 'same', 'same'],
    ['theirs\n\n---\n\nmine', 'mine', 'theirs\n\n---\n\nmine'],
    ['theirs\n\n---\n\nmine', 'mine, longer', 'theirs\n\n---\n\nmine\n\n---\n\nmine, longer'],
    ['banana', 'a', 'banana\n\n---\n\na'],
  ])('of %j and %j is %j', (theirs, mine, both) => {
    expect(joinTexts(theirs, mine)).toBe(both);
  });

  it('can be read again when both are as long as a note may be', () => {
    const [a, b] = ['a'.repeat(maxOf.note), 'b'.repeat(maxOf.note)];
    const both = notes({ sql: [joinTexts(a, b), 1] });
    expect(notesFormat.parse(notesFormat.serialize(both))).toEqual({ ok: true, value: both, errors: 0 });
  });
});

it('renameNotes moves notes and links of a former topic, and keeps the newest of two that meet', () => {
  const before = notes({ sequel: ['old', 1], sql: ['new', 2], [linkKey('sequel', 'https://a.example/')]: ['A', 1] });
  expect(renameNotes(before, new Map([['sequel', 'sql']]))).toEqual(
    notes({ sql: ['new', 2], [linkKey('sql', 'https://a.example/')]: ['A', 1] }),
  );
});

describe('very many notes', () => {
  it('are renamed in a time that grows in proportion to them', () => {
    const make = (length: number) =>
      notes(Object.fromEntries(Array.from({ length }, (_, index) => [`topic-${index}`, ['a', 1]])));
    const rename = (many: Notes) => void renameNotes(many, new Map([['sequel', 'sql']]));
    expect(growth(make, rename, 5000)).toBeLessThan(farFromSquare);
  });

  it('may be links of one topic', () => {
    const links = Array.from({ length: 200_000 }, (_, index) => linkKey('sql', `https://a.example/${index}`));
    expect(byTopic(notes(Object.fromEntries(links.map((key) => [key, ['A', 7]]))))).toMatchObject([{ at: 7 }]);
  });
});

describe('byTopic', () => {
  const some = notes({
    http: ['verbs', 3],
    sql: ['', 9],
    [docs]: ['Manual', 4],
    [linkKey('sql', 'https://a.example/')]: ['Atlas', 2],
    dns: ['', 8],
  });

  it('groups what is there by topic, the latest change first, links by title', () => {
    expect(byTopic(some)).toEqual([
      {
        topic: 'sql',
        note: '',
        links: [
          { address: 'https://a.example/', title: 'Atlas' },
          { address: 'https://sql.example/', title: 'Manual' },
        ],
        at: 4,
      },
      { topic: 'http', note: 'verbs', links: [], at: 3 },
    ]);
  });

  it('gives one topic the same way, and nothing for one without notes', () => {
    expect(notesOf(some, 'http')).toEqual({ topic: 'http', note: 'verbs', links: [], at: 3 });
    expect(notesOf(some, 'dns')).toEqual({ topic: 'dns', note: '', links: [], at: 0 });
  });
});

const all = searchable(
  byTopic(notes({ sql: ['Use a CTE, not a sub-query', 2], http: ['Café: ETag and C#', 1], [docs]: ['Manual', 1] })),
  (topic) => ({ sql: 'SQL', http: 'HTTP' })[topic] ?? topic,
);
const found = (query: string) => findNotes(all, query).map(({ topic }) => topic);

it.each([
  ['', ['sql', 'http']],
  ['cte', ['sql']],
  ['query CTE', ['sql']],
  ['cafe', ['http']],
  ['c sharp', ['http']],
  ['sql.example', ['sql']],
  ['manual', ['sql']],
  ['HTTP', ['sql', 'http']],
  ['cte etag', []],
])('findNotes finds by %j the notes on %j', (query, topics) => {
  expect(found(query)).toEqual(topics);
});
