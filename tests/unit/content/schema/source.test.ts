import { describe, expect, it } from 'vitest';
import { source } from '#content/schema/source.ts';

const section = { path: ['Pay'], statements: [{ text: 'A librarian earns $55K' }] };
const survey = { title: 'A survey', year: 2024, about: 'What it is and how it is used.', sections: [section] };
const withStatement = (statement: object, columns?: readonly string[]) => ({
  ...survey,
  sections: [{ path: ['Pay'], columns, statements: [statement] }],
});

describe('the schema of a source document', () => {
  it('takes statements, and fills in that they lead nowhere and differ from none', () => {
    expect(source.parse(survey).sections[0]?.statements).toEqual([
      { ...section.statements[0], pages: [], differs: [] },
    ]);
  });

  it('takes a document without a date, and wants it said', () => {
    expect(source.parse({ ...survey, year: null }).year).toBeNull();
    expect(source.safeParse({ ...survey, year: undefined }).success).toBe(false);
  });

  it.each([1969, 2101, 2024.5, '2024'])('refuses the year %j', (year) => {
    expect(source.safeParse({ ...survey, year }).success).toBe(false);
  });

  it.each([
    ['has a cell for every column', { cells: ['Librarian', '$55K'] }, ['Job', 'Pay'], true],
    ['lacks a cell', { cells: ['Librarian', '$55K'] }, ['Job', 'Pay', 'Year'], false],
    ['has cells without columns', { cells: ['Librarian', '$55K'] }, undefined, false],
    ['has text and cells', { text: 'Pay', cells: ['Librarian', '$55K'] }, ['Job', 'Pay'], false],
    ['has neither', { pages: ['/roles/'] }, undefined, false],
    ['is empty', { text: '' }, undefined, false],
  ] as const)('judges a statement that %s', (_, statement, columns, isFine) => {
    expect(source.safeParse(withStatement(statement, columns)).success).toBe(isFine);
  });
});
