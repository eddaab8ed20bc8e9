import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import type { Issue } from '#content/issue.ts';
import { readData } from '#content/shape-issues.ts';

const schema = z.strictObject({
  title: z.string().min(3).max(9).describe('What it is called.'),
  kind: z.enum(['concept', 'tool']).describe('The shape of the page.'),
  hours: z.strictObject({ practice: z.number().min(0.5).describe('Hours of practice.') }),
  outcomes: z.array(z.string()).min(2).describe('What the reader can do.'),
});
const good = { title: 'Git', kind: 'tool', hours: { practice: 2 }, outcomes: ['a', 'b'] };

function issuesOf(value: unknown) {
  const issues: Issue[] = [];
  const report = (found: readonly Issue[]) => issues.push(...found);
  if (readData({ value, lineOf: () => 1 }, { path: 'content/a.mdx', schema, report }))
    throw new Error('The value has no issue.');
  return issues;
}

/** What the schema says of each field. */
const meanings: Readonly<Record<string, string>> = {
  title: 'What it is called.',
  kind: 'The shape of the page.',
  'hours.practice': 'Hours of practice.',
  outcomes: 'What the reader can do.',
};
/** What a fix ends with. */
const meaningOf = (field: string) => (meanings[field] ? `${field} holds: ${meanings[field]}` : '');

describe('an issue of a value', () => {
  it.each([
    [{ title: 'It' }, 'title', 'It has 2 characters. At least 3 characters.', ''],
    [{ title: 'Databases!' }, 'title', 'It has 10 characters. At most 9 characters.', ''],
    [{ title: 7 }, 'title', 'It is a number. Expected text.', ''],
    [{ title: undefined }, 'title', 'The key is missing. Expected text.', 'Add it. '],
    [{ kind: undefined }, 'kind', 'The key is missing. Allowed: concept, tool.', 'Add it. '],
    [{ kind: 'tol' }, 'kind', '"tol" is not allowed here. Allowed: concept, tool.', 'Did you mean "tool"? '],
    [{ hours: { practice: 0 } }, 'hours.practice', 'It is 0. At least 0.5.', ''],
    [{ outcomes: ['a'] }, 'outcomes', 'It has 1 entry. At least 2 entries.', ''],
    [{ outcomes: null }, 'outcomes', 'It is empty. Expected a list.', ''],
    [{ titel: 'Git' }, 'titel', 'There is no key "titel".', 'Did you mean "title"?'],
    [
      { searches: ['undo'] },
      'searches',
      'There is no key "searches".',
      'Move them to content/a.searches.txt, one a line, without quotes.',
    ],
  ])('%j names the place, the bound and the meaning', (change, field, message, edit) => {
    expect(issuesOf({ ...good, ...change })).toEqual([
      { code: 'S002', path: 'content/a.mdx', field, line: 1, message, fix: edit + meaningOf(field) },
    ]);
  });

  it('comes with the others of its file', () => {
    expect(issuesOf({ kind: 'concept', hours: {}, outcomes: [] }).map(({ field }) => field)).toEqual([
      'title',
      'hours.practice',
      'outcomes',
    ]);
  });
});
