import { describe, expect, it } from 'vitest';
import { compareMarks, countShares } from '#features/progress/compare-progress.ts';
import type { Marks, State } from '#features/progress/progress.ts';

const marks = (states: Readonly<Record<string, State | 'none'>>): Marks =>
  new Map(Object.entries(states).map(([id, state]) => [id, { state, at: 1 }]));

describe('two readers side by side', () => {
  const compared = compareMarks(
    marks({ sql: 'done', http: 'review', dns: 'learning', tls: 'none', jwt: 'skipped' }),
    marks({ sql: 'review', http: 'learning', dns: 'done', jwt: 'learning' }),
    ['jwt', 'dns', 'http', 'sql', 'tls', 'css'],
  );

  it('share what both have learned; a topic that no one has marked is left out', () => {
    expect(compared).toEqual([
      { id: 'jwt', share: 'open', mine: 'skipped', theirs: 'learning' },
      { id: 'dns', share: 'theirs', mine: 'learning', theirs: 'done' },
      { id: 'http', share: 'mine', mine: 'review', theirs: 'learning' },
      { id: 'sql', share: 'both', mine: 'done', theirs: 'review' },
    ]);
  });

  it('are counted', () => {
    expect(countShares(compared)).toEqual({ both: 1, mine: 1, theirs: 1, open: 1 });
  });
});
