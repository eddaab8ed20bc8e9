import { describe, expect, it } from 'vitest';
import { type Import, undoPart } from '#features/dashboard/undo-import.ts';
import { mapParts, mergeUserData, noUserData, type UserData } from '#features/dashboard/user-data.ts';
import type { Review } from '#features/practice/review.ts';
import { forSeeds } from '../../support/random.ts';
import { randomUserData } from './random-user-data.ts';

const review = (at: number, grade: Review['grade'] = 3): Review => ({ at, grade, offset: 60 });
const practiceOf = (...reviews: Review[]) => ({ ...noUserData.practice, histories: new Map([['acid', reviews]]) });

const before: UserData = {
  ...noUserData,
  marks: new Map([['sql', { state: 'learning', at: 5 }]]),
  practice: practiceOf(review(1), review(2)),
  notes: new Map([['sql', { text: 'mine', at: 5 }]]),
  labs: new Map([['add-up', { code: 'mine', at: 5, passedAt: 5 }]]),
};
const brought: UserData = {
  ...noUserData,
  marks: new Map([
    ['sql', { state: 'done', at: 9 }],
    ['http', { state: 'done', at: 9 }],
  ]),
  practice: practiceOf(review(2, 0), review(3)),
  notes: new Map([['sql', { text: 'theirs', at: 9 }]]),
  labs: new Map([['add-up', { code: 'theirs', at: 9, passedAt: 0 }]]),
};

const undoImport = (now: UserData, last: Import) => mapParts((name) => undoPart(name, now[name], last));

describe('an import that is undone', () => {
  it('leaves everything as it was before it, for random states', () => {
    forSeeds(500, (random) => {
      const [mine, theirs] = [randomUserData(random), randomUserData(random)];
      const last = { before: mine, brought: theirs };
      expect(undoImport(mergeUserData(mine, theirs), last)).toEqual(mine);
    });
  });

  it('leaves what was changed after it', () => {
    const later: UserData = {
      ...noUserData,
      marks: new Map([
        ['http', { state: 'review', at: 20 }],
        ['dns', { state: 'done', at: 20 }],
      ]),
      practice: practiceOf(review(20)),
      notes: new Map([['dns', { text: 'new', at: 20 }]]),
      labs: new Map([['sum', { code: 'new', at: 20, passedAt: 0 }]]),
    };
    const now = mergeUserData(mergeUserData(before, brought), later);
    const undone = undoImport(now, { before, brought });
    expect(undone.marks).toEqual(new Map([...before.marks, ...later.marks]));
    expect(undone.notes).toEqual(new Map([...before.notes, ...later.notes]));
    expect(undone.labs).toEqual(new Map([...before.labs, ...later.labs]));
    expect(undone.practice.histories).toEqual(new Map([['acid', [review(1), review(2), review(20)]]]));
  });

  it('brings nothing back that was forgotten after it', () => {
    expect(undoImport(noUserData, { before, brought })).toEqual(noUserData);
  });
});
