import { expect, it } from 'vitest';
import { identifierQueries } from '#features/search/identifiers.ts';

const sample = (code: string, language = 'js') => ({ code, language, meta: '', output: undefined, line: 1 });
const passage = (text: string) => ({ text, section: '', subsection: '', isInComponent: false, line: 1 });
const page = (address: string, code: string, { text = '', language = 'js' } = {}) => ({
  address,
  body: { samples: [sample(code, language)], passages: [passage(text)] },
});
const namesOf = (...pages: ReturnType<typeof page>[]) =>
  identifierQueries(pages, [{ text: 'use setTimeout', addresses: ['/c/'] }]).map(
    ({ text, addresses }) => `${text} ${addresses.join(' ')}`,
  );

it('finds names in code and in prose', () => {
  expect(
    namesOf(page('/a/', 'lockRow(); // the row', { text: 'Call lockRow with @Locked and --force. The row waits.' })),
  ).toEqual(['lockRow /a/']);
  expect(namesOf(page('/a/', 'pg_dump', { text: '@Locked, @Locked: pg_dump' }))).toEqual([
    'pg_dump /a/',
    '@Locked /a/',
  ]);
});

it('takes the programs that a shell runs, and no other word of a line', () => {
  const shell = page('/a/', 'sudo useradd deploy\nuseradd robot', { language: 'sh' });
  expect(namesOf(shell)).toEqual(['useradd /a/']);
});

it('keeps the pages that use a name most, and no name that example queries have', () => {
  expect(namesOf(page('/a/', 'rowLock rowLock rowLock'), page('/b/', 'rowLock'))).toEqual(['rowLock /a/']);
  expect(namesOf(page('/a/', 'setTimeout setTimeout'))).toEqual([]);
});
