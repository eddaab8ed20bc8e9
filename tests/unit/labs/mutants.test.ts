import { describe, expect, test } from 'vitest';
import { type Edit, mutantsOf, spread } from '#scripts/labs/mutants/edits.ts';
import { jsEdits } from '#scripts/labs/mutants/js.ts';
import { pythonEdits, sqlEdits } from '#scripts/labs/mutants/text.ts';

const changes = (code: string, edits: readonly Edit[]) => mutantsOf(code, edits).map(({ is }) => is);

describe('mutants', () => {
  test('of JavaScript flip comparisons, drop statements and calls, and change constants', () => {
    const code = `export async function f(list) {\n  if (list.length > 3) await save(list.sort());\n}`;
    expect(changes(code, jsEdits(code))).toEqual(
      expect.arrayContaining([
        'if (list.length >= 3) await save(list.sort());',
        'if (list.length > 4) await save(list.sort());',
        'if (false) await save(list.sort());',
        'if (list.length > 3) ;',
        'if (list.length > 3) save(list.sort());',
        'if (list.length > 3) await save(list);',
      ]),
    );
  });

  test('of JavaScript leave out what a module prints and what an error says', () => {
    const code = `export const f = () => 1;\nconsole.log(f() > 2);\nif (f()) throw new Error('no');`;
    expect(changes(code, jsEdits(code)).filter((is) => /[>x]/u.test(is))).toEqual(['export const f = () => 2;']);
  });

  test('of SQL drop clauses, conditions and columns, and flip words', () => {
    const code = `select a, b from t where a > 1 and b = 'x' order by a desc, b;`;
    expect(changes(code, sqlEdits(code))).toEqual(
      expect.arrayContaining([
        `select a from t where a > 1 and b = 'x' order by a desc, b;`,
        `select a, b from t order by a desc, b;`,
        `select a, b from t where a > 1 order by a desc, b;`,
        `select a, b from t where a > 1 or b = 'x' order by a desc, b;`,
        `select a, b from t where a > 1 and b = 'x' ;`,
        `select a, b from t where a > 1 and b = 'x' order by a asc, b;`,
        `select a, b from t where a > 1 and b = 'xx' order by a desc, b;`,
      ]),
    );
  });

  test('of Python catch other errors, drop statements, and end loops early', () => {
    const code =
      'def f(items):\n    for item in items:\n        try:\n            item.save()\n        except (OSError, ValueError):\n            pass\n';
    expect(changes(code, pythonEdits(code))).toEqual(
      expect.arrayContaining([
        'pass',
        'except (OSError):',
        'except (ValueError):',
        'except ZeroDivisionError:',
        'raise',
      ]),
    );
    expect(mutantsOf(code, pythonEdits(code)).some((mutant) => mutant.code.endsWith('pass\n        break\n'))).toBe(
      true,
    );
  });

  test('change no comment and no text of a comment', () => {
    expect(changes('select 1; -- where 2 > 1', sqlEdits('select 1; -- where 2 > 1'))).not.toContain(
      expect.stringContaining('-- where 3'),
    );
  });
});

test('a sample of a list has items from all its parts', () => {
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 4, 7]);
  expect(spread([0, 1], 3)).toEqual([0, 1]);
});
