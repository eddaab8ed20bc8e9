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

describe('stateOf', () => {
  it('is the state of the mark', () => {
    expect(stateOf(marks({ sql: mark('review', 5) }), 'sql')).toBe('review');
  });

  it('is none for a topic without a mark', () => {
    expect(stateOf(new Map(), 'sql')).toBe('none');
  });
});

describe('withMark', () => {
  it('changes one mark and leaves the given marks alone', () => {
    const before = marks({ sql: mark('learning', 1), http: mark('done', 1) });
    expect(withMark(before, 'sql', mark('done', 2))).toEqual(marks({ sql: mark('done', 2), http: mark('done', 1) }));
    expect(before.get('sql')).toEqual(mark('learning', 1));
  });
});

describe('mergeMarks', () => {
  it('keeps topics that only one side knows', () => {
    const merged = mergeMarks(marks({ sql: mark('done', 1) }), marks({ http: mark('learning', 2) }));
    expect(merged).toEqual(marks({ sql: mark('done', 1), http: mark('learning', 2) }));
  });

  it.each([
    ['the first', mark('learning', 9), mark('done', 3)],
    ['the second', mark('done', 3), mark('learning', 9)],
  ])('takes the newer mark when it is on %s side', (_, a, b) => {
    expect(mergeMarks(marks({ sql: a }), marks({ sql: b }))).toEqual(marks({ sql: mark('learning', 9) }));
  });

  it('keeps a newer taking back over an older mark', () => {
    expect(mergeMarks(marks({ sql: mark('done', 3) }), marks({ sql: mark('none', 4) }))).toEqual(
      marks({ sql: mark('none', 4) }),
    );
  });

  it('takes the later state of two marks of the same moment', () => {
    const [done, learning] = [marks({ sql: mark('done', 3) }), marks({ sql: mark('learning', 3) })];
    expect(mergeMarks(done, learning)).toEqual(done);
    expect(mergeMarks(learning, done)).toEqual(done);
  });

  it('gives the same from either side, for random marks', () => {
    forSeeds(500, (random) => {
      const [a, b] = [randomMarks(random), randomMarks(random)];
      expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
    });
  });

  it('changes nothing when repeated, for random marks', () => {
    forSeeds(500, (random) => {
      const [a, b] = [randomMarks(random), randomMarks(random)];
      const merged = mergeMarks(a, b);
      expect(mergeMarks(merged, b)).toEqual(merged);
      expect(mergeMarks(a, a)).toEqual(a);
    });
  });

  it('does not depend on which two of three are merged first, for random marks', () => {
    forSeeds(500, (random) => {
      const [a, b, c] = [randomMarks(random), randomMarks(random), randomMarks(random)];
      expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
    });
  });
});

describe('renameMarks', () => {
  const renames = new Map([
    ['indexes', 'indexing'],
    ['indices', 'indexing'],
  ]);

  it('moves the mark of a former id to the present one', () => {
    expect(renameMarks(marks({ indexes: mark('done', 4), sql: mark('done', 1) }), renames)).toEqual(
      marks({ indexing: mark('done', 4), sql: mark('done', 1) }),
    );
  });

  it('keeps the newest of all marks that meet under one id', () => {
    const before = marks({ indexes: mark('learning', 4), indexing: mark('done', 7), indices: mark('skipped', 6) });
    expect(renameMarks(before, renames)).toEqual(marks({ indexing: mark('done', 7) }));
  });

  it('leaves marks alone that have no new id', () => {
    const before = marks({ 'gone-topic': mark('done', 4) });
    expect(renameMarks(before, renames)).toEqual(before);
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

describe('countStops', () => {
  const stops = [
    { id: 'sql', hours: 6 },
    { id: 'http', hours: 2.6 },
    { id: 'tls', hours: 3 },
    { id: 'dns', hours: 1 },
  ];

  it('counts all stops as left for a reader without marks', () => {
    expect(countStops(stops, new Map())).toEqual({ total: 4, done: 0, hoursDone: 0, hoursLeft: 13 });
  });

  it('counts what is done or to review as learned, and takes the hours of that and of skipped stops off', () => {
    const progress = marks({
      sql: mark('done', 1),
      dns: mark('skipped', 1),
      tls: mark('review', 1),
      http: mark('learning', 1),
    });
    expect(countStops(stops, progress)).toEqual({ total: 4, done: 2, hoursDone: 9, hoursLeft: 3 });
  });

  it('passes over marks of topics that are no stops', () => {
    expect(countStops(stops, marks({ graphql: mark('done', 1) }))).toEqual({
      total: 4,
      done: 0,
      hoursDone: 0,
      hoursLeft: 13,
    });
  });

  it('is zero for a line without stops', () => {
    expect(countStops([], new Map())).toEqual({ total: 0, done: 0, hoursDone: 0, hoursLeft: 0 });
  });
});

describe('marks from the future', () => {
  it('are given the present time, and older ones keep theirs', () => {
    const marks = notAfter(
      new Map<string, Mark>([
        ['sql', { state: 'done', at: 900 }],
        ['http', { state: 'learning', at: 100 }],
      ]),
      500,
    );
    expect([...marks]).toEqual([
      ['sql', { state: 'done', at: 500 }],
      ['http', { state: 'learning', at: 100 }],
    ]);
  });
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
