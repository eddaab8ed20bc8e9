import { describe, expect, it } from 'vitest';
import { mergeUserData, normalizeUserData, noUserData, type UserData } from '#features/dashboard/user-data.ts';
import { countChanges } from '#features/dashboard/user-data-changes.ts';
import { maxImported, readUserData, tooMuch, writeUserData } from '#features/dashboard/user-data-file.ts';
import { linkKey } from '#features/notes/notes.ts';
import { isOwnAddress } from '#features/notes/own-address.ts';
import { farFromSquare, growth } from '../../support/growth.ts';
import { forSeeds } from '../../support/random.ts';
import { spoil } from '../../support/spoil.ts';
import { randomUserData } from './random-user-data.ts';
import { userDataOf } from './user-data-of.ts';

const now = { at: 8.64e15 - 86_400_000, offset: 60 };
const renames = new Map<string, string>();

function readBack(userData: UserData) {
  const read = readUserData(writeUserData(userData));
  if (!read.ok) throw new Error(read.reason);
  return read;
}

describe('an export of everything', () => {
  it('comes back whole after a wipe, for a thousand random states of marks, practice and notes', () => {
    forSeeds(1000, (random) => {
      const mine = randomUserData(random);
      const read = readBack(mine);
      expect(read.errors).toEqual([]);
      const restored = mergeUserData(noUserData, read.userData);
      expect(restored).toEqual(mine);
      expect(writeUserData(restored)).toBe(writeUserData(mine));
    });
  }, 30_000);

  it('takes along as it is what a newer version stored', () => {
    const newer = { kind: 'wayline-progress', version: 9, topics: { sql: { state: 'done' } } };
    const notes = { kind: 'wayline-notes', version: 9, pages: [] };
    const file = JSON.parse(writeUserData(noUserData, { marks: newer, notes }));
    expect(file).toMatchObject({ ...newer, notes });
    expect(file.practice).toMatchObject({ kind: 'wayline-practice' });
  });

  it('from before there were notes is still read whole', () => {
    const old = '{"kind":"wayline-progress","version":1,"topics":{"sql":["review",0]}}';
    expect(readUserData(old)).toEqual({
      ok: true,
      errors: [],
      userData: userDataOf({ marks: { sql: ['review', 0] } }),
    });
  });

  it('says what could not be read of study plans and of the interview goal', () => {
    const file = { kind: 'wayline-progress', version: 1, topics: {}, plans: { version: 1, plans: [7] }, interview: 3 };
    expect(readUserData(JSON.stringify(file))).toMatchObject({
      errors: [
        '1 of its plans could not be read and are left out.',
        'Its interview goals could not be read and are left out.',
      ],
    });
  });

  it('joins work on a lab: the newer code, the first time it was passed', () => {
    const labWith = (code: string, at: number, passedAt: number) =>
      userDataOf({ labs: new Map([['add-up', { code, at, passedAt }]]) });
    const [mine, theirs] = [labWith('old', 1, 2), labWith('newer', 9, 0)];
    expect(mergeUserData(mine, theirs)).toEqual(labWith('newer', 9, 2));
  });

  it('keeps the good parts of a damaged file and says what is left out', () => {
    const text = JSON.stringify({
      kind: 'wayline-progress',
      version: 1,
      topics: { sql: ['done', 1], http: 'done' },
      practice: { kind: 'wayline-practice', version: 9 },
      notes: {
        kind: 'wayline-notes',
        version: 1,
        items: { sql: ['a', 1], [linkKey('sql', 'javascript:x')]: ['b', 1] },
      },
    });
    expect(readUserData(text)).toMatchObject({
      ok: true,
      errors: [
        '1 of its marks could not be read and are left out.',
        'Its answers were written by a newer version of Wayline and are left out.',
        '1 of its notes could not be read and are left out.',
      ],
      userData: { notes: new Map([['sql', { text: 'a', at: 1 }]]) },
    });
  });

  it.each([
    [maxImported, undefined],
    [90_000, 'The file has 90,000 marks; at most 10,000 of each can be imported.'],
  ])('with %s marks is told to be too much, or not', (count, words) => {
    const marks = new Map(Array.from({ length: count }, (_, index) => [`topic-${index}`, { state: 'done', at: 1 }]));
    const read = readUserData(writeUserData({ ...noUserData, marks } as UserData));
    expect(read.ok && tooMuch(read.userData)).toBe(words);
  });

  it('with too many notes and cards says how many of each', () => {
    const many = Array.from({ length: maxImported + 1 }, (_, index) => `topic-${index}`);
    const notes = new Map(many.map((id) => [id, { text: 'a', at: 1 }]));
    const histories = new Map(many.map((id) => [id, []]));
    expect(tooMuch({ ...noUserData, notes, practice: { ...noUserData.practice, histories } })).toBe(
      'The file has 10,001 notes and links and 10,001 practice cards; at most 10,000 of each can be imported.',
    );
  });

  it('is read, compared and joined in a time that grows in proportion to it', () => {
    const make = (length: number): UserData => {
      const ids = Array.from({ length }, (_, index) => `topic-${index}`);
      const histories = new Map(ids.map((id) => [id, [{ at: 8e15, grade: 3 as const, offset: 60 }]]));
      return {
        ...noUserData,
        marks: new Map(ids.map((id) => [id, { state: 'done', at: 1 }])),
        notes: new Map(ids.map((id) => [id, { text: 'a', at: 1 }])),
        practice: { ...noUserData.practice, histories },
        labs: new Map(ids.map((id) => [id, { code: 'a', at: 1, passedAt: 1 }])),
      };
    };
    const importAll = (some: UserData) => {
      const settled = normalizeUserData(readBack(some).userData, {
        now: { at: 9, offset: 60 },
        renames: new Map([['a', 'b']]),
      });
      countChanges(some, mergeUserData(some, settled));
    };
    expect(growth(make, importAll, maxImported)).toBeLessThan(farFromSquare);
  });

  it('spoiled in ten thousand ways raises nothing and pollutes nothing', () => {
    const before = Object.keys(Object.prototype).length;
    forSeeds(10_000, (random) => {
      const read = readUserData(spoil(writeUserData(randomUserData(random, 3)), random));
      if (!read.ok) {
        expect(read.reason).not.toBe('');
        return;
      }
      const settled = normalizeUserData(read.userData, { now, renames });
      const merged = mergeUserData(noUserData, settled);
      countChanges(noUserData, merged);
      const { notes } = merged;
      for (const key of notes.keys()) {
        const address = key.split(' ')[1];
        if (!/^[a-z0-9-]{1,60}( .+)?$/.test(key) || (address !== undefined && !isOwnAddress(address))) expect.fail(key);
      }
    });
    expect(Object.keys(Object.prototype).length).toBe(before);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  }, 30_000);
});
