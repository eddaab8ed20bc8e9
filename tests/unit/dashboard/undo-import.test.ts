import { describe, expect, it } from 'vitest';
import { type Import, undoPart } from '#features/dashboard/undo-import.ts';
import { mapParts, mergeUserData, noUserData, type UserData } from '#features/dashboard/user-data.ts';
import { forSeeds } from '../../support/random.ts';
import { randomUserData } from './random-user-data.ts';
import { reviewsOf, userDataOf } from './user-data-of.ts';

const labOf = (id: string, code: string, at: number, passedAt = 0) => new Map([[id, { code, at, passedAt }]]);
const before = userDataOf({
  marks: { sql: ['learning', 5] },
  reviews: { acid: [[1], [2]] },
  notes: { sql: ['mine', 5] },
  labs: labOf('add-up', 'mine', 5, 5),
});
const brought = userDataOf({
  marks: { sql: ['done', 9], http: ['done', 9] },
  reviews: { acid: [[2, 0], [3]] },
  notes: { sql: ['theirs', 9] },
  labs: labOf('add-up', 'theirs', 9),
});

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
    const later = userDataOf({
      marks: { http: ['review', 20], dns: ['done', 20] },
      reviews: { acid: [[20]] },
      notes: { dns: ['new', 20] },
      labs: labOf('sum', 'new', 20),
    });
    const now = mergeUserData(mergeUserData(before, brought), later);
    const undone = undoImport(now, { before, brought });
    expect(undone.marks).toEqual(new Map([...before.marks, ...later.marks]));
    expect(undone.notes).toEqual(new Map([...before.notes, ...later.notes]));
    expect(undone.labs).toEqual(new Map([...before.labs, ...later.labs]));
    expect(undone.practice.histories).toEqual(new Map([['acid', reviewsOf([[1], [2], [20]])]]));
  });

  it('brings nothing back that was forgotten after it', () => {
    expect(undoImport(noUserData, { before, brought })).toEqual(noUserData);
  });
});
