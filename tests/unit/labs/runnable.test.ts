import { expect, test } from 'vitest';
import type { Sample } from '#content/corpus.ts';
import { verdictsOf } from '#features/labs/samples/runnable.ts';

const sample = (code: string, meta = ''): Sample => ({ language: 'js', meta, code, output: undefined, line: 1 });
const reasonsOf = (...samples: Sample[]) =>
  verdictsOf(samples).map((verdict) => ('reason' in verdict ? verdict.reason : 'runs'));

test('a plain program and a whole file of an example project run in the page', () => {
  expect(reasonsOf(sample('console.log(1);'), sample('console.log(2);', 'from=steps/two.js'))).toEqual([
    'runs',
    'runs',
  ]);
});

test('a part of a file of an example project does not run', () => {
  expect(reasonsOf(sample('return 1;', 'from=src/pool.js#borrow'))).toEqual([
    'It is a part of a file of the example project.',
  ]);
});

test.each([
  ["new Function('return 1')();", 'It uses new Function.'],
  ["eval('1 + 1');", 'It uses eval.'],
  ["import { readFile } from 'node:fs/promises';", 'It uses node:fs/promises.'],
])('%s does not run in the page', (code, reason) => {
  expect(reasonsOf(sample(code))).toEqual([reason]);
});

test('a function that is only compared with Function runs', () => {
  expect(reasonsOf(sample('console.log((() => 1) instanceof Function);'))).toEqual(['runs']);
});

test('code that only defines something does not run, because Run would show nothing', () => {
  expect(reasonsOf(sample('export const double = (n) => 2 * n;'))).toEqual(['It prints nothing.']);
  expect(reasonsOf({ ...sample("throw new Error('no seats');"), output: 'Error: no seats' })).toEqual(['runs']);
});
