import { expect, it } from 'vitest';
import { explain } from '#features/labs/client/status.ts';

it.each([
  ['SyntaxError: Unexpected token', "for (const x of [1]) {\n  console.log('}');\n", 'a bracket is missing or extra'],
  ['SyntaxError: Unexpected token', 'const = 3;', "something is missing or doesn't belong there"],
  ['SyntaxError: Unterminated string constant', "console.log('a);", 'a quote is missing'],
  ["SyntaxError: '(' was never closed", 'print(1', 'a bracket is missing or extra'],
  ["SyntaxError: expected ':'", 'if a\n  b', 'a colon is missing'],
  ['IndentationError: unexpected indent', '  a', 'its indentation is off'],
])('%s is told as what to look for', (message, code, reason) => {
  expect(explain({ message, file: 'main.js', line: 4 }, code)).toBe(`Line 4 can't be read: ${reason}.`);
});

it.each([
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

it('an error without a line says that the program stopped', () => {
  expect(explain({ message: 'Uncaught: 3' }, '')).toBe('The program stopped with an error.');
});
