import { describe, expect, it } from 'vitest';
import { formatIssues, type Issue, nearest } from '#content/issue.ts';

const issue: Issue = {
  code: 'R001',
  path: 'content/topics/closures.mdx',
  field: 'prerequisites[1].topic',
  line: 14,
  message: '"scopes" is not a topic.',
  fix: 'Did you mean "scope"?',
};

describe('formatIssues', () => {
  it('writes the file, then code, line, field and what is wrong, then the edit and where the rule is explained', () => {
    expect(formatIssues([issue])).toBe(
      [
        'content/topics/closures.mdx',
        '  R001  line 14  prerequisites[1].topic  "scopes" is not a topic.',
        '        Did you mean "scope"?   docs/content-rules.md#r001',
      ].join('\n'),
    );
  });

  it('leaves out a line and a field that are not known', () => {
    expect(formatIssues([{ ...issue, line: 0, field: '' }])).toContain('\n  R001  "scopes" is not a topic.\n');
  });

  it('names a file once, with its issues from top to bottom', () => {
    const report = formatIssues([
      { ...issue, line: 90 },
      { ...issue, line: 9 },
      { ...issue, path: 'content/topics/arrays.mdx', line: 1 },
    ]);
    expect(report.match(/content\/topics\/\S+|line \d+/g)).toEqual([
      'content/topics/arrays.mdx',
      'line 1',
      'content/topics/closures.mdx',
      'line 9',
      'line 90',
    ]);
  });

  it('sets files apart by an empty line', () => {
    expect(formatIssues([issue, { ...issue, path: 'content/topics/arrays.mdx' }]).split('\n\n')).toHaveLength(2);
  });

  it('is empty when there is nothing to report', () => {
    expect(formatIssues([])).toBe('');
  });
});

const topics = ['indexing', 'caching', 'sql'];

it.each([
  ['indxeing', topics, 'indexing'],
  ['kubernetes', topics, undefined],
  ['cachin', ['catching', 'caching'], 'caching'],
  ['', ['js', 'ts'], undefined],
  ['x', ['js', 'ts'], undefined],
  ['go', ['js', 'ts'], undefined],
])('nearest of %j among %j is %j', (word, known, found) => {
  expect(nearest(word, known)).toBe(found);
});
