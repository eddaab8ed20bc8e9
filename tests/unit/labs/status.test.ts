import { describe, expect, test } from 'vitest';
import { endStatus, explain } from '#features/labs/client/status.ts';
import { readLabs } from '#features/labs/content/read-labs.ts';
import { type CheckResult, type RunResult, signatureOf } from '#features/labs/runner/protocol.ts';

const check = (name: string, message = ''): CheckResult => ({ name, passed: message === '', message });
const run = (...checks: CheckResult[]): RunResult => ({ ending: 'finished', checks, milliseconds: 1 });

const late = [check('It starts'), check('It ends', 'Expected 3, found 2.')];
const mistakes = { [signatureOf(late)]: 'ends the loop before the last price.' };
const shown = (result: RunResult, isFirst = false) =>
  endStatus(result, { expected: 2, code: '', isFirst, mistakes }).mistake;

describe('a known mistake', () => {
  test('is named when the same checks fail with the same messages', () => {
    expect(shown(run(...late))).toBe('This looks like code that ends the loop before the last price.');
  });

  test('is not named when another message or another check fails, or the starter is run', () => {
    expect(shown(run(check('It starts'), check('It ends', 'Expected 3, found 1.')))).toBeUndefined();
    expect(shown(run(check('It starts', 'It does not.'), check('It ends', 'Expected 3, found 2.')))).toBeUndefined();
    expect(shown(run(...late), true)).toBeUndefined();
  });

  test('is not named when the program ended early', () => {
    expect(shown({ ...run(...late), error: { message: 'TypeError: x' } })).toBeUndefined();
    expect(shown({ ...run(...late), ending: 'time-limit' })).toBeUndefined();
  });
});

test('the line where code stopped makes no other mistake of it', () => {
  const stopped = (line: number) => [
    check('It ends', `Your code stopped at line ${line} of main.js: x is not defined`),
  ];
  expect(signatureOf(stopped(3))).toBe(signatureOf(stopped(4)));
});

test('at least 100 wrong solutions say what they do wrong, and of each it is noted how it fails', () => {
  const wrong = readLabs(process.cwd()).labs.flatMap((lab) => lab.wrong);
  const speaking = wrong.filter(({ says }) => says !== '');
  expect(speaking.length).toBeGreaterThanOrEqual(100);
  expect(speaking.filter(({ signature }) => signature === undefined)).toEqual([]);
});

test.each([
  ['SyntaxError: Unexpected token', "for (const x of [1]) {\n  console.log('}');\n", 'a bracket is missing or extra'],
  ['SyntaxError: Unexpected token', 'const = 3;', "something is missing or doesn't belong there"],
  ['SyntaxError: Unterminated string constant', "console.log('a);", 'a quote is missing'],
  ["SyntaxError: '(' was never closed", 'print(1', 'a bracket is missing or extra'],
  ["SyntaxError: expected ':'", 'if a\n  b', 'a colon is missing'],
  ['IndentationError: unexpected indent', '  a', 'its indentation is off'],
])('%s is told as what to look for', (message, code, reason) => {
  expect(explain({ message, file: 'main.js', line: 4 }, code)).toBe(`Line 4 can't be read: ${reason}.`);
});

test.each([
  ['ReferenceError: nam is not defined', 'Line 2 uses "nam", and nothing has that name.'],
  ["NameError: name 'nam' is not defined. Did you mean: 'name'?", 'Line 2 uses "nam", and nothing has that name.'],
  [
    "TypeError: Cannot read properties of undefined (reading 'total')",
    'Line 2 reads "total" of something that isn\'t there.',
  ],
  [
    'TypeError: can\'t access property "total", order is undefined',
    'Line 2 reads "total" of something that isn\'t there.',
  ],
  [
    "TypeError: undefined is not an object (evaluating 'order.total')",
    'Line 2 reads "total" of something that isn\'t there.',
  ],
  ["ReferenceError: Can't find variable: nam", 'Line 2 uses "nam", and nothing has that name.'],
  [
    "TypeError: order.pay is not a function. (In 'order.pay()', 'order.pay' is undefined)",
    'Line 2 calls "order.pay", which is not a function.',
  ],
  ['TypeError: order.pay is not a function', 'Line 2 calls "order.pay", which is not a function.'],
  ['relation "ordrs" does not exist (SQLSTATE 42P01)', 'Line 2 names "ordrs", which doesn\'t exist.'],
  ['syntax error at or near "frm" (SQLSTATE 42601)', 'Line 2 can\'t be read at "frm", or just before it.'],
  ['ValueError: too many orders', 'The program stopped at line 2.'],
])('%s names the line and what is wrong', (message, sentence) => {
  expect(explain({ message, line: 2 }, '')).toBe(sentence);
});

test('an error without a line says that the program stopped', () => {
  expect(explain({ message: 'Uncaught: 3' }, '')).toBe('The program stopped with an error.');
});
