import { expect, test } from 'vitest';
import type { Sample } from '#content/corpus.ts';
import { verdictsOf } from '#features/labs/samples/runnable.ts';

const sample = (code: string, meta = ''): Sample => ({ language: 'js', meta, code, output: undefined, line: 1 });
const reasonsOf = (...samples: Sample[]) =>
  verdictsOf(samples).map((verdict) => ('reason' in verdict ? verdict.reason : 'runs'));

test.each([
  ['a plain program', 'console.log(1);', '', 'runs'],
  ['a whole file of an example project', 'console.log(2);', 'from=steps/two.js', 'runs'],
  [
    'a part of a file of an example project',
    'return 1;',
    'from=src/pool.js#borrow',
    'It is a part of a file of the example project.',
  ],
  ['new Function', "new Function('return 1')();", '', 'It uses new Function.'],
  ['eval', "eval('1 + 1');", '', 'It uses eval.'],
  ['a module', "import { readFile } from 'node:fs/promises';", '', 'It uses node:fs/promises.'],
  ['a comparison with Function', 'console.log((() => 1) instanceof Function);', '', 'runs'],
])('%s runs in the page, or it is said why not', (_, code, meta, reason) => {
  expect(reasonsOf(sample(code, meta))).toEqual([reason]);
});

test('code that only defines something does not run, because Run would show nothing', () => {
  expect(reasonsOf(sample('export const double = (n) => 2 * n;'))).toEqual(['It prints nothing.']);
  expect(reasonsOf({ ...sample("throw new Error('no seats');"), output: 'Error: no seats' })).toEqual(['runs']);
});
