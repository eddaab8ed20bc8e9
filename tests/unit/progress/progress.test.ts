import { describe, expect, it } from 'vitest';
import {
  countStops,
  type Mark,
  type Marks,
  mergeMarks,
  renameMarks,
  type State,
  stateOf,
  takenBranch,
  withMark,
} from '#features/progress/progress.ts';
import { notAfter } from '#lib/dated-entries.ts';
import { farFromSquare, growth } from '../../support/growth.ts';
import { forSeeds } from '../../support/random.ts';
import { randomMarks } from './random-marks.ts';

const mark = (state: State | 'none', at: number): Mark => ({ state, at });
const marks = (entries: Readonly<Record<string, Mark>>): Marks => new Map(Object.entries(entries));

it('stateOf is the state of the mark, or none for a topic without one', () => {
  expect(stateOf(marks({ sql: mark('review', 5) }), 'sql')).toBe('review');
  expect(stateOf(new Map(), 'sql')).toBe('none');
});

it('withMark changes one mark and leaves the given marks alone', () => {
  const before = marks({ sql: mark('learning', 1), http: mark('done', 1) });
  expect(withMark(before, 'sql', mark('done', 2))).toEqual(marks({ sql: mark('done', 2), http: mark('done', 1) }));
  expect(before.get('sql')).toEqual(mark('learning', 1));
});

describe('mergeMarks', () => {
  it.each([
    [
      'keeps topics that only one side knows',
      { sql: mark('done', 1) },
      { http: mark('learning', 2) },
      { sql: mark('done', 1), http: mark('learning', 2) },
    ],
    ['takes the newer mark', { sql: mark('learning', 9) }, { sql: mark('done', 3) }, { sql: mark('learning', 9) }],
    [
      'keeps a newer taking back over an older mark',
      { sql: mark('done', 3) },
      { sql: mark('none', 4) },
      { sql: mark('none', 4) },
    ],
    [
      'takes the later state of two marks of the same moment',
      { sql: mark('done', 3) },
      { sql: mark('learning', 3) },
      { sql: mark('done', 3) },
    ],
  ])('%s, from either side', (_, a, b, merged) => {
    expect(mergeMarks(marks(a), marks(b))).toEqual(marks(merged));
    expect(mergeMarks(marks(b), marks(a))).toEqual(marks(merged));
  });

  it('gives the same from either side, in any order and when repeated, for random marks', () => {
    forSeeds(500, (random) => {
      const [a, b, c] = [randomMarks(random), randomMarks(random), randomMarks(random)];
      const merged = mergeMarks(a, b);
      expect(merged).toEqual(mergeMarks(b, a));
      expect(mergeMarks(merged, b)).toEqual(merged);
      expect(mergeMarks(a, a)).toEqual(a);
      expect(mergeMarks(merged, c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
    });
  });
});

describe('renameMarks', () => {
  const renames = new Map([
    ['indexes', 'indexing'],
    ['indices', 'indexing'],
  ]);

  it.each([
    [
      'moves the mark of a former id to the present one',
      { indexes: mark('done', 4), sql: mark('done', 1) },
      { indexing: mark('done', 4), sql: mark('done', 1) },
    ],
    [
      'keeps the newest of all marks that meet under one id',
      { indexes: mark('learning', 4), indexing: mark('done', 7), indices: mark('skipped', 6) },
      { indexing: mark('done', 7) },
    ],
    ['leaves marks alone that have no new id', { 'gone-topic': mark('done', 4) }, { 'gone-topic': mark('done', 4) }],
  ])('%s', (_, before, after) => {
    expect(renameMarks(marks(before), renames)).toEqual(marks(after));
  });

  it.each([
    ['nothing is renamed', new Map<string, string>()],
    ['some are renamed', new Map([['topic-1', 'topic-2']])],
  ])('takes a time that grows in proportion to the entries when %s', (_, some) => {
    const make = (length: number) =>
      new Map(Array.from({ length }, (_none, index) => [`topic-${index}`, mark('done', 1)]));
    expect(growth(make, (many) => void renameMarks(many, some), 5000)).toBeLessThan(farFromSquare);
  });

  it('changes nothing when repeated, for random marks', () => {
    const some = new Map([
      ['topic-1', 'topic-2'],
      ['topic-3', 'new-topic'],
    ]);
    forSeeds(200, (random) => {
      const once = renameMarks(randomMarks(random), some);
      expect(renameMarks(once, some)).toEqual(once);
    });
  });
});

const stops = [
  { id: 'sql', hours: 6 },
  { id: 'http', hours: 2.6 },
  { id: 'tls', hours: 3 },
  { id: 'dns', hours: 1 },
];

it.each([
  ['all as left for a reader without marks', stops, {}, { total: 4, done: 0, hoursDone: 0, hoursLeft: 13 }],
  [
    'what is done or to review as learned, and takes the hours of that and of skipped stops off',
    stops,
    { sql: mark('done', 1), dns: mark('skipped', 1), tls: mark('review', 1), http: mark('learning', 1) },
    { total: 4, done: 2, hoursDone: 9, hoursLeft: 3 },
  ],
  [
    'no marks of topics that are no stops',
    stops,
    { graphql: mark('done', 1) },
    { total: 4, done: 0, hoursDone: 0, hoursLeft: 13 },
  ],
  ['nothing on a line without stops', [], {}, { total: 0, done: 0, hoursDone: 0, hoursLeft: 0 }],
])('countStops counts %s', (_, some, progress, count) => {
  expect(countStops(some, marks(progress))).toEqual(count);
});

it('marks from the future are given the present time, and older ones keep theirs', () => {
  const present = notAfter(marks({ sql: mark('done', 900), http: mark('learning', 100) }), 500);
  expect(present).toEqual(marks({ sql: mark('done', 500), http: mark('learning', 100) }));
});

describe('the branch of a roadmap', () => {
  const stop = (id: string) => ({ id, hours: 1 });
  const branches = [
    { id: 'nodejs', stops: [stop('express'), stop('nestjs')] },
    { id: 'python', stops: [stop('flask'), stop('django')] },
  ];
  const takenWith = (marks: Marks) => takenBranch(branches, { marks, chosen: undefined })?.id;

  it('is the first one while no branch has a mark', () => {
    expect(takenWith(new Map([['rest', mark('done', 1)]]))).toBe('nodejs');
  });

  it('is the one that the reader has taken', () => {
    expect(takenWith(new Map([['django', mark('learning', 1)]]))).toBe('python');
  });
});
