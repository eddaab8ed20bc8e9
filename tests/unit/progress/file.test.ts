import { expect, it } from 'vitest';
import type { Mark, Marks } from '#features/progress/progress.ts';
import { marksFormat } from '#features/progress/progress-file.ts';

const { parse, serialize } = marksFormat;
const file = (topics: string) => `{"kind":"wayline-progress","version":1,"topics":${topics}}`;
const marks: readonly (readonly [string, Mark])[] = [
  ['http', { state: 'none', at: 3 }],
  ['sql', { state: 'done', at: 7 }],
];

it.each([
  ['in order', new Map(marks)],
  ['in another order', new Map(marks.toReversed())],
])('marks %s are JSON with their kind, their version, and a state and a time for each topic', (_, given: Marks) => {
  expect(serialize(given)).toBe(file('{"http":["none",3],"sql":["done",7]}'));
});

it('a file from before there was practice is still read whole, and written as it was', () => {
  // Written by the export of the first version, byte for byte.
  const old = file('{"indexing":["done",1790000000000],"jwt":["none",1790000000001],"sql":["review",0]}');
  const value: Marks = new Map<string, Mark>([
    ['indexing', { state: 'done', at: 1_790_000_000_000 }],
    ['jwt', { state: 'none', at: 1_790_000_000_001 }],
    ['sql', { state: 'review', at: 0 }],
  ]);
  expect(parse(old)).toEqual({ ok: true, errors: 0, value });
  expect(serialize(value)).toBe(old);
});

it('an id that plain objects already know is an id, and leaves their prototype alone', () => {
  const known = file('{"constructor":["done",7],"prototype":["done",7],"__proto__":["done",7]}');
  const value = new Map(['constructor', 'prototype'].map((id) => [id, { state: 'done', at: 7 }]));
  expect(parse(known)).toEqual({ ok: true, errors: 1, value });
  parse('{"kind":"wayline-progress","version":1,"topics":{},"__proto__":{"done":true,"topics":{"sql":["done",7]}}}');
  expect('done' in {}).toBe(false);
});
