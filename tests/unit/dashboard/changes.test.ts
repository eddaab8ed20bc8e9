import { describe, expect, it } from 'vitest';
import {
  changesSince,
  isExportDue,
  mapParts,
  mergeUserData,
  noUserData,
  type UserData,
} from '#features/dashboard/user-data.ts';
import { changedParts, countChanges } from '#features/dashboard/user-data-changes.ts';
import { userDataMarkdown } from '#features/dashboard/user-data-markdown.ts';
import { linkKey } from '#features/notes/notes.ts';
import type { Interview } from '#features/practice/state.ts';
import { exampleGoal, examplePlan } from '../../support/example-data.ts';
import { marksOf } from '../../support/marks.ts';
import { forSeeds } from '../../support/random.ts';
import { randomUserData } from './random-user-data.ts';
import { userDataOf } from './user-data-of.ts';

const link = linkKey('sql', 'https://a.example/');
const mine = userDataOf({
  marks: { sql: ['learning', 5], http: ['done', 5], tls: ['done', 5] },
  reviews: { acid: [[1]], base: [[1], [2]] },
  notes: { sql: ['old', 5], [link]: ['Atlas', 5] },
});
const theirs = userDataOf({
  marks: { sql: ['done', 6], http: ['learning', 4], tls: ['done', 9], dns: ['review', 1], jwt: ['none', 9] },
  reviews: { acid: [[1], [3]], base: [[1]] },
  notes: { sql: ['new', 6], http: ['verbs', 1], [link]: ['', 6] },
});

/** What an import of `theirs` changes, without the parts that it leaves alone. */
const importChanges = (own: UserData, other: UserData) =>
  countChanges(own, mergeUserData(own, other)).filter(({ added, changed }) => added + changed > 0);

describe('what an import will do', () => {
  it('is counted part by part: new, changed and untouched', () => {
    expect(importChanges(mine, theirs)).toEqual([
      { part: 'marks', added: 1, changed: 1, untouched: 2 },
      { part: 'practice', added: 1, changed: 0, untouched: 3 },
      { part: 'notes', added: 1, changed: 2, untouched: 0 },
    ]);
  });

  it('is nothing where the file has the same states and texts, however new', () => {
    const dated = (at: number) => userDataOf({ marks: { sql: ['done', at] }, notes: { sql: ['text', at] } });
    expect(importChanges(dated(5), dated(99))).toEqual([]);
  });

  it('is nothing for what was deleted in the file and never was here', () => {
    const other = userDataOf({ marks: { jwt: ['none', 9] }, notes: { jwt: ['', 9] } });
    expect(importChanges(noUserData, other)).toEqual([]);
  });

  it('changes an answer that was taken back in the file', () => {
    const own = userDataOf({ reviews: { acid: [[1], [2]] } });
    expect(importChanges(own, userDataOf({ reviews: { acid: [[2, 0]] } }))).toEqual([
      { part: 'practice', added: 0, changed: 1, untouched: 1 },
    ]);
  });

  it('counts practice settings and mock interviews with practice', () => {
    const interview: Interview = { at: 5, questions: [['acid-properties', 'none']] };
    const practice = { ...noUserData.practice, settingsAt: 5, interviews: [interview] };
    expect(importChanges(noUserData, { ...noUserData, practice })).toEqual([
      { part: 'practice', added: 2, changed: 0, untouched: 0 },
    ]);
  });

  it('changes work on a lab of which the file has newer code, and not for older code', () => {
    const workOf = (code: string, at: number) => userDataOf({ labs: new Map([['add-up', { code, at, passedAt: 0 }]]) });
    expect(importChanges(workOf('old', 1), workOf('newer', 9))).toMatchObject([{ part: 'labs', changed: 1 }]);
    expect(importChanges(workOf('newer', 9), workOf('old', 1))).toEqual([]);
  });

  it('counts plans, and the interview', () => {
    const own = { ...noUserData, plans: [examplePlan] };
    const other = { ...noUserData, plans: [{ ...examplePlan, address: 'v=1', changed: examplePlan.changed + 1 }] };
    expect(importChanges(noUserData, own)).toMatchObject([{ part: 'plans', added: 1 }]);
    expect(importChanges(own, other)).toMatchObject([{ part: 'plans', added: 0, changed: 1 }]);
    expect(importChanges(other, own)).toEqual([]);
    const interview = { goal: exampleGoal, at: 5, today: undefined };
    expect(importChanges(noUserData, { ...noUserData, interview })).toMatchObject([{ part: 'interview', added: 1 }]);
    expect(importChanges({ ...noUserData, interview }, { ...noUserData, interview })).toEqual([]);
  });

  it('is nothing when it is done already, for random states', () => {
    forSeeds(300, (random) => {
      const [a, b] = [randomUserData(random), randomUserData(random)];
      expect(importChanges(mergeUserData(a, b), b)).toEqual([]);
    });
  });
});

describe('the parts that an import changed', () => {
  it('are all that has to be put back to undo it, for random states', () => {
    forSeeds(500, (random) => {
      const [before, brought] = [randomUserData(random), randomUserData(random)];
      const after = mergeUserData(before, brought);
      const changed = changedParts(before, after);
      const undone = mapParts((name) => (changed.includes(name) ? before : after)[name]);
      expect(undone).toEqual(before);
    });
  });

  it('are none but those that the file has', () => {
    const other = userDataOf({ notes: { dns: ['theirs', 9] } });
    expect(changedParts(mine, mergeUserData(mine, other))).toEqual(['notes']);
    expect(changedParts(mine, mergeUserData(mine, noUserData))).toEqual([]);
  });

  it('include one that differs in nothing but a time, so that an undo puts that back too', () => {
    expect(
      changedParts(userDataOf({ marks: { sql: ['done', 5] } }), userDataOf({ marks: { sql: ['done', 9] } })),
    ).toEqual(['marks']);
  });
});

describe('changes since an export', () => {
  it('are marks, notes and links, and answers that are newer', () => {
    expect(changesSince(mine, 1)).toEqual({ items: 5, answers: 1 });
    expect(changesSince(mine, 5)).toEqual({ items: 0, answers: 0 });
  });

  it.each([
    [29, 99, false],
    [30, 0, true],
    [0, 100, true],
  ])('of %s items and %s answers ask for another: %s', (items, answers, isDue) => {
    expect(isExportDue({ items, answers })).toBe(isDue);
  });
});

describe('everything as Markdown', () => {
  const context = {
    topicOf: (id: string) =>
      id === 'gone' ? undefined : { title: id.toUpperCase(), address: `https://w.example/${id}/` },
    lines: ['Backend: 1 of 2 stops done, ≈ 3 h left'],
    date: '2026-11-21',
    dateOf: (moment: number) => (moment === 1_790_000_000_000 ? '2026-09-20' : '1970-01-01'),
  };

  it('reads as a text of its own', () => {
    const marks = marksOf({ tls: ['done', 1_790_000_000_000], gone: ['review', 0] });
    expect(userDataMarkdown({ ...mine, marks }, context)).toBe(`# My Wayline, November 21, 2026

## Done (1)

- [TLS](<https://w.example/tls/>), September 20, 2026

## To review (1)

- gone (no longer on the site), from a link

## Lines

- Backend: 1 of 2 stops done, ≈ 3 h left

## Practice

3 answers to 2 cards.

## Notes and links

### [SQL](<https://w.example/sql/>)

> old

- [Atlas](<https://a.example/>)
`);
  });

  it('keeps what a reader wrote from becoming markup', () => {
    const written = userDataOf({ notes: { sql: ['# Not a heading\n\n<img src=x>\n[x](javascript:y)\n===', 1] } });
    expect(userDataMarkdown(written, context)).toContain(
      '> \\# Not a heading\n>\n> \\<img src=x\\>\n> \\[x\\](javascript:y)\n> \\===',
    );
  });
});
