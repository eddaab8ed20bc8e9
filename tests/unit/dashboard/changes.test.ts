import { describe, expect, it } from 'vitest';
import { changesSince, isExportDue, mergeUserData, noUserData } from '#features/dashboard/user-data.ts';
import { changesBy, countEffects } from '#features/dashboard/user-data-changes.ts';
import { userDataMarkdown } from '#features/dashboard/user-data-markdown.ts';
import { linkKey } from '#features/notes/notes.ts';
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

describe('what an import will do', () => {
  it('names plans by their title, and the interview', () => {
    const own = { ...noUserData, plans: [examplePlan] };
    const other = { ...noUserData, plans: [{ ...examplePlan, address: 'v=1', changed: examplePlan.changed + 1 }] };
    expect(changesBy(noUserData, own)).toMatchObject([{ kind: 'plan', key: 'Go', effect: 'added' }]);
    expect(changesBy(own, other)).toMatchObject([{ kind: 'plan', effect: 'changed' }]);
    expect(changesBy(other, own)).toMatchObject([{ kind: 'plan', effect: 'kept' }]);
    const interview = { goal: exampleGoal, at: 5, today: undefined };
    expect(changesBy(noUserData, { ...noUserData, interview })).toMatchObject([{ kind: 'goal', effect: 'added' }]);
    expect(changesBy({ ...noUserData, interview }, { ...noUserData, interview })).toEqual([]);
  });

  it('is told thing by thing: added, changed, kept; what is the same is left out', () => {
    expect(changesBy(mine, theirs)).toEqual([
      { kind: 'mark', key: 'sql', effect: 'changed', mine: 'Learning', theirs: 'Done' },
      { kind: 'mark', key: 'http', effect: 'kept', mine: 'Done', theirs: 'Learning' },
      { kind: 'mark', key: 'dns', effect: 'added', mine: '', theirs: 'To review' },
      { kind: 'note', key: 'sql', effect: 'changed', mine: 'old', theirs: 'new' },
      { kind: 'note', key: 'http', effect: 'added', mine: '', theirs: 'verbs' },
      { kind: 'link', key: link, effect: 'changed', mine: 'Atlas', theirs: '' },
      { kind: 'card', key: 'acid', effect: 'changed', mine: '1 answer', theirs: '2 answers' },
      { kind: 'card', key: 'base', effect: 'kept', mine: '2 answers', theirs: '1 answer' },
    ]);
    expect(countEffects(changesBy(mine, theirs))).toEqual({ added: 2, changed: 4, kept: 2 });
  });

  it('is only what is kept when it is done already, for random states', () => {
    forSeeds(300, (random) => {
      const [a, b] = [randomUserData(random), randomUserData(random)];
      const { added, changed } = countEffects(changesBy(mergeUserData(a, b), b));
      expect({ added, changed }).toEqual({ added: 0, changed: 0 });
    });
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
