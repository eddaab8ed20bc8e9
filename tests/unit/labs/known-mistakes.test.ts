import { describe, expect, test } from 'vitest';
import { endStatus } from '#features/labs/client/status.ts';
import { readLabs } from '#features/labs/content/read-labs.ts';
import type { CheckResult, RunResult } from '#features/labs/runner/protocol.ts';
import { signatureOf } from '#features/labs/signature.ts';

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
