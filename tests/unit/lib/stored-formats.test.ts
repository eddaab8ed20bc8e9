import { describe, expect, it } from 'vitest';
import { readUserData } from '#features/dashboard/user-data-file.ts';
import { linkKey, longestNote, maxOf, type Notes } from '#features/notes/notes.ts';
import { notesFormat } from '#features/notes/notes-file.ts';
import { isOwnAddress } from '#features/notes/own-address.ts';
import { practiceFormat } from '#features/practice/practice-file.ts';
import { settingRanges } from '#features/practice/settings.ts';
import { emptyState, type PracticeState } from '#features/practice/state.ts';
import { type Marks, states } from '#features/progress/progress.ts';
import { marksFormat } from '#features/progress/progress-file.ts';
import type { FileFormat } from '#lib/stored-file.ts';
import { forSeeds, type Random } from '../../support/random.ts';
import { spoil } from '../../support/spoil.ts';
import { randomNotes } from '../notes/random-notes.ts';
import { randomState } from '../practice/random-state.ts';
import { randomMarks } from '../progress/random-marks.ts';

interface Tested<Value> {
  readonly format: FileFormat<Value>;
  readonly kind: string;
  /** The field that has the entries. */
  readonly main: string;
  readonly maxCharacters: number;
  readonly random: (random: Random, most?: number) => Value;
  readonly isSound: (value: Value) => boolean;
  /** Entries of which one cannot be read, by what is wrong with it. */
  readonly errors: readonly (readonly [what: string, entries: string])[];
  /** What is read of them. */
  readonly rest: Value;
}

const fileWith = (kind: string, main: string, entries: string, version = 1) =>
  `{"kind":"${kind}","version":${version},"${main}":${entries}}`;

const corruptTexts = ({ kind, main, maxCharacters }: Pick<Tested<never>, 'kind' | 'main' | 'maxCharacters'>) =>
  [
    ['an empty text', ''],
    ['a text', 'hello'],
    ['half a file', fileWith(kind, main, '{"sql":[]}').slice(0, 45)],
    ['null', 'null'],
    ['a list', '[]'],
    ['an empty record', '{}'],
    ['another kind of file', fileWith('bookmarks', main, '{}')],
    ['no entries', `{"kind":"${kind}","version":1}`],
    ['entries in a list', fileWith(kind, main, '[["sql","done",7]]')],
    ['a number for its entries', fileWith(kind, main, '7')],
    ['too many characters', fileWith(kind, main, '{}').padEnd(maxCharacters + 1)],
    ['deep lists', '['.repeat(500_000)],
    ['deep lists that are closed', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['deep records', '{"a":'.repeat(200_000)],
  ] as const;

function testFormat<Value>(tested: Tested<Value>): void {
  const { format, kind, main, maxCharacters, random: randomValue, isSound, errors, rest } = tested;

  describe(`stored ${kind}`, () => {
    it('is read up to its most characters', () => {
      expect(format.parse(fileWith(kind, main, '{}').padEnd(maxCharacters))).toMatchObject({ ok: true, errors: 0 });
    });

    it.each(corruptTexts(tested))('is corrupt as %s', (_, text) => {
      expect(format.parse(text)).toEqual({ ok: false, error: 'corrupt' });
    });

    it.each([2, 99, 1.5])('of version %s is left to a newer Wayline', (version) => {
      expect(format.parse(fileWith(kind, main, '{}', version))).toEqual({ ok: false, error: 'future' });
    });

    it.each(errors)('is read without %s', (_, entries) => {
      expect(format.parse(fileWith(kind, main, `{${entries}}`))).toEqual({ ok: true, value: rest, errors: 1 });
    });

    it('raises nothing and lets only sound values through, for ten thousand spoiled texts', () => {
      const before = Object.getOwnPropertyNames(Object.prototype);
      forSeeds(10_000, (random) => {
        const text = random.chance(0.1)
          ? random.text('{}[]",:0123456789abcdefnulltrue\\u \u0000\ud83d', random.whole(0, 200))
          : spoil(format.serialize(randomValue(random, 5)), random);
        const parsed = format.parse(text);
        const isFine = parsed.ok
          ? Number.isInteger(parsed.errors) && parsed.errors >= 0 && isSound(parsed.value)
          : parsed.error === 'corrupt' || parsed.error === 'future';
        if (!isFine) expect.fail(`${text} gave ${JSON.stringify(parsed)}`);
      });
      expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    });
  });
}

/** Rows for ids that no content has, each beside an entry that can be read. */
const badIds = (ids: readonly string[], entry: string, good: string) =>
  ids.map((id) => [`the id ${JSON.stringify(id)}`, `${JSON.stringify(id)}:${entry},${good}`] as const);
const isMoment = (at: number) => Number.isSafeInteger(at) && at >= 0;

const goodMark = '"http":["done",7]';
const longId = 'x'.repeat(61);
const progress: Tested<Marks> = {
  format: marksFormat,
  kind: 'wayline-progress',
  main: 'topics',
  maxCharacters: 8_000_000,
  random: randomMarks,
  isSound: (marks) =>
    [...marks].every(
      ([id, { state, at }]) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 60 && ['none', ...states].includes(state) && isMoment(at),
    ),
  errors: [
    ['an unknown state', `"sql":["mastered",7],${goodMark}`],
    ['a state that is no text', `"sql":[1,7],${goodMark}`],
    ['a mark without a time', `"sql":["done"],${goodMark}`],
    ['a time in words', `"sql":["done","7"],${goodMark}`],
    ['a negative time', `"sql":["done",-1],${goodMark}`],
    ['a fraction of a millisecond', `"sql":["done",7.5],${goodMark}`],
    ['a time without end', `"sql":["done",1e400],${goodMark}`],
    ['a mark that is no list', `"sql":"done",${goodMark}`],
    ['a mark that is nothing', `"sql":null,${goodMark}`],
    ['deep lists in a mark', `"sql":${'['.repeat(100_000)}${']'.repeat(100_000)},${goodMark}`],
    ['prototypes in a mark', `"sql":{"__proto__":["done",7],"constructor":{"prototype":{"done":true}}},${goodMark}`],
    ...badIds(
      ['__proto__', 'toString', 'SQL', 'a b', '', '-sql', 'sql-', '<b>', '../etc', longId],
      '["done",7]',
      goodMark,
    ),
  ],
  rest: new Map([['http', { state: 'done', at: 7 }]]),
};
testFormat(progress);

describe('a backup', () => {
  it.each(corruptTexts(progress))('is refused with a reason as %s', (_, text) => {
    expect(readUserData(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/^The file .+\.$/) });
  });

  it('says when it is too large', () => {
    expect(readUserData(' '.repeat(8_000_001))).toEqual({ ok: false, reason: 'The file is larger than 8 MB.' });
  });
});

const goodReview = '"base":[[9,3,0]]';
const withBadReview = (review: string) => `"base":[${review},[9,3,0]]`;
testFormat<PracticeState>({
  format: practiceFormat,
  kind: 'wayline-practice',
  main: 'reviews',
  maxCharacters: 5_000_000,
  random: randomState,
  isSound: ({ histories, settings }) =>
    (Object.keys(settingRanges) as (keyof typeof settingRanges)[]).every(
      (name) => settings[name] >= settingRanges[name][0] && settings[name] <= settingRanges[name][1],
    ) &&
    [...histories].every(
      ([id, history]) =>
        /^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]{7})?$/u.test(id) &&
        history.length > 0 &&
        history.every(({ at, grade }, index) => at > (history[index - 1]?.at ?? -1) && [0, 1, 2, 3, 4].includes(grade)),
    ),
  errors: [
    ['a grade that is none', withBadReview('[7,5,0]')],
    ['a review without an offset', withBadReview('[7,3]')],
    ['an offset of more than a day', withBadReview('[7,3,2000]')],
    ['a time in words', withBadReview('["7",3,0]')],
    ['a time before 1970', withBadReview('[-7,3,0]')],
    ['a time without end', withBadReview('[1e400,3,0]')],
    ['a review that is nothing', withBadReview('null')],
    ...badIds(
      ['__proto__', 'ACID', 'a b', '', 'indexing/', 'indexing/../x', '<b>', 'x'.repeat(71)],
      '[[7,3,0]]',
      goodReview,
    ),
  ],
  rest: { ...emptyState, histories: new Map([['base', [{ at: 9, grade: 3, offset: 0 }]]]) },
});

const goodNote = '"http":["b",2]';
const withBadNote = (key: string, note: unknown) => `${JSON.stringify(key)}:${JSON.stringify(note)},${goodNote}`;
testFormat<Notes>({
  format: notesFormat,
  kind: 'wayline-notes',
  main: 'items',
  maxCharacters: 5_000_000,
  random: randomNotes,
  isSound: (notes) =>
    [...notes].every(([key, { text, at }]) => {
      const address = key.split(' ')[1];
      const isKey = /^(question:)?[a-z0-9-]{1,60}( .+)?$/u.test(key);
      return isKey && (address === undefined || isOwnAddress(address)) && typeof text === 'string' && isMoment(at);
    }),
  errors: [
    ['a note that is no list', withBadNote('sql', 'text')],
    ['a text that is none', withBadNote('sql', [7, 1])],
    ['a time in words', withBadNote('sql', ['a', '1'])],
    ['a negative time', withBadNote('sql', ['a', -1])],
    ['too long a note', withBadNote('sql', ['a'.repeat(longestNote + 1), 1])],
    ['too long a title', withBadNote(linkKey('sql', 'https://a.example/'), ['a'.repeat(maxOf.title + 1), 1])],
    ['an id that none has', withBadNote('__proto__', ['a', 1])],
    ['a question without an id', withBadNote('question:', ['a', 1])],
    ['a key of another kind', withBadNote('role:x', ['a', 1])],
    ['a script for an address', withBadNote(linkKey('sql', 'javascript:alert(1)'), ['a', 1])],
    ['a file for an address', withBadNote(linkKey('sql', 'file:///etc/passwd'), ['a', 1])],
    ['an address in another form', withBadNote(linkKey('sql', 'HTTPS://A.example'), ['a', 1])],
    ['a password in the address', withBadNote(linkKey('sql', 'https://me:secret@a.example/'), ['a', 1])],
  ],
  rest: new Map([['http', { text: 'b', at: 2 }]]),
});
