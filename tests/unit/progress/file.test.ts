import { describe, expect, it } from 'vitest';
import { readUserData } from '#features/dashboard/user-data-file.ts';
import { type Mark, type Marks, states } from '#features/progress/progress.ts';
import { marksFormat } from '#features/progress/progress-file.ts';
import type { Parsed } from '#lib/stored-file.ts';
import { forSeeds, type Random } from '../../support/random.ts';
import { spoil } from '../../support/spoil.ts';
import { randomMarks } from './random-marks.ts';

const file = (topics: string, head = '"kind":"wayline-progress","version":1') => `{${head},"topics":${topics}}`;
const { parse, serialize } = marksFormat;
const read = (text: string): Marks => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

describe('an export file', () => {
  it('is JSON with its kind, its version, and a state and a time for each topic', () => {
    expect(serialize(new Map([['sql', { state: 'done', at: 7 }]]))).toBe(
      '{"kind":"wayline-progress","version":1,"topics":{"sql":["done",7]}}',
    );
  });

  it('has the same text whatever the order of the marks', () => {
    const marks: [string, Mark][] = [
      ['sql', { state: 'done', at: 7 }],
      ['http', { state: 'none', at: 3 }],
    ];
    expect(serialize(new Map<string, Mark>(marks))).toBe(serialize(new Map<string, Mark>(marks.toReversed())));
  });

  it('gives back exactly the marks that were written, for a thousand random states', () => {
    forSeeds(1000, (random) => {
      const marks = randomMarks(random);
      expect(parse(serialize(marks))).toEqual({ ok: true, value: marks, refused: 0 });
    });
  });
});

describe('a file from before there was practice', () => {
  // Written by the export of the first version, byte for byte.
  const old =
    '{"kind":"wayline-progress","version":1,"topics":{"indexing":["done",1790000000000],"jwt":["none",1790000000001],"sql":["review",0]}}';

  it('is still read whole', () => {
    expect(parse(old)).toEqual({
      ok: true,
      refused: 0,
      value: new Map([
        ['indexing', { state: 'done', at: 1_790_000_000_000 }],
        ['jwt', { state: 'none', at: 1_790_000_000_001 }],
        ['sql', { state: 'review', at: 0 }],
      ]),
    });
  });

  it('is what an export without practice still looks like', () => {
    expect(serialize(read(old))).toBe(old);
  });
});

describe('reading a file', () => {
  it.each([
    ['an empty text', ''],
    ['a text', 'hello'],
    ['half a file', file('{"sql":["done",7]}').slice(0, 60)],
    ['null', 'null'],
    ['a list', '[]'],
    ['another kind of file', file('{}', '"kind":"bookmarks","version":1')],
    ['a file without topics', '{"kind":"wayline-progress","version":1}'],
    ['topics in a list', file('[["sql","done",7]]')],
  ])('calls %s corrupt and says why', (_, text) => {
    expect(parse(text)).toEqual({ ok: false, error: 'corrupt' });
    expect(readUserData(text)).toMatchObject({ ok: false, reason: expect.stringMatching(/^The file .+\.$/) });
  });

  it.each([2, 99, 1.5])('leaves a file of version %s to a newer Wayline', (newer) => {
    expect(parse(file('{"sql":["done",7]}', `"kind":"wayline-progress","version":${newer}`))).toMatchObject({
      ok: false,
      error: 'future',
    });
  });

  it.each([
    ['an unknown state', '["mastered",7]'],
    ['a state that is no text', '[1,7]'],
    ['no time', '["done"]'],
    ['a time in words', '["done","7"]'],
    ['a negative time', '["done",-1]'],
    ['a fraction of a millisecond', '["done",7.5]'],
    ['a time without end', '["done",1e400]'],
    ['no list', '"done"'],
    ['nothing', 'null'],
  ])('refuses an entry with %s and takes the others', (_, entry) => {
    const parsed = parse(file(`{"sql":${entry},"http":["done",7]}`));
    expect(parsed).toEqual({ ok: true, value: new Map([['http', { state: 'done', at: 7 }]]), refused: 1 });
  });

  it.each(['__proto__', 'toString', 'SQL', 'a b', '', '-sql', 'sql-', '<b>', '../etc', 'x'.repeat(61)])(
    'refuses the id %j',
    (id) => {
      expect(parse(file(`{${JSON.stringify(id)}:["done",7]}`))).toEqual({ ok: true, value: new Map(), refused: 1 });
    },
  );

  it('takes an id that plain objects already know for an id', () => {
    expect(read(file('{"constructor":["done",7]}'))).toEqual(new Map([['constructor', { state: 'done', at: 7 }]]));
  });

  it('reads marks of almost eight million characters', () => {
    const text = serialize(new Map([['sql', { state: 'done', at: 7 }]])).padEnd(8_000_000);
    expect(parse(text)).toMatchObject({ ok: true, refused: 0 });
  });

  it('refuses more than eight million characters without reading them', () => {
    const long = ' '.repeat(8_000_001);
    expect(parse(long)).toEqual({ ok: false, error: 'corrupt' });
    expect(readUserData(long)).toEqual({ ok: false, reason: 'The file is larger than 8 MB.' });
  });

  it.each([
    ['lists', '['.repeat(500_000)],
    ['closed lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['records', '{"a":'.repeat(200_000)],
    ['lists in an entry', file(`{"sql":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
  ])('survives deeply nested %s', (_, text) => {
    expect(() => parse(text)).not.toThrow();
  });

  it('neither throws nor lets anything through but valid marks, for ten thousand spoiled texts', () => {
    forSeeds(10_000, (random) => {
      const text = spoiled(random);
      const parsed = parse(text);
      if (!isSound(parsed)) expect.fail(`${text} gave ${JSON.stringify(parsed)}`);
    });
  });

  it('leaves the prototype of objects alone', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    parse(file('{"__proto__":["done",7],"constructor":["done",7],"prototype":["done",7]}'));
    parse('{"kind":"wayline-progress","version":1,"topics":{},"__proto__":{"done":true,"topics":{"sql":["done",7]}}}');
    parse(file('{"sql":{"__proto__":["done",7],"constructor":{"prototype":{"done":true}}}}'));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect('done' in {}).toBe(false);
  });
});

/** A valid file with some characters changed, taken out or put in, or no file at all. */
function spoiled(random: Random): string {
  if (random.chance(0.1)) return random.text('{}[]",:0123456789abcdefnulltrue\\u \u0000\ud83d', random.whole(0, 200));
  return spoil(serialize(randomMarks(random, 12)), random);
}

function isSound(parsed: Parsed<Marks>): boolean {
  if (!parsed.ok) return parsed.error === 'corrupt' || parsed.error === 'future';
  const known: readonly string[] = ['none', ...states];
  return (
    Number.isInteger(parsed.refused) &&
    parsed.refused >= 0 &&
    [...parsed.value].every(
      ([id, { state, at }]) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) &&
        id.length <= 60 &&
        known.includes(state) &&
        Number.isSafeInteger(at) &&
        at >= 0,
    )
  );
}
