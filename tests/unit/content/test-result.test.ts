import { expect, it } from 'vitest';
import { readTestResult } from '#content/test-result.ts';

const name = 'todos.test.mjs';
const stages = [
  { title: 'Stage 1: Todos', tests: ['a todo is stored', 'a list'] },
  { title: 'Stage 2: Users', tests: ['no one', 'a #1 of two'] },
];
const read = (text: string) => readTestResult(text, { name, stages });

const spec = `▶ Stage 1: Todos
  ✔ a todo is stored (12.3ms)
  ✔ a list (1.2ms)
✔ Stage 1: Todos (14ms)
▶ Stage 2: Users
  ✖ no one (3ms)
  ✔ a #1 of two (1s)
✖ Stage 2: Users (4ms)
ℹ tests 4

✖ failing tests:

test at todos.test.mjs:12:3
✖ no one (3ms)
  Error: GET /todos returned 200`;

const tap = `TAP version 13
# Subtest: Stage 1: Todos
    # Subtest: a todo is stored
    ok 1 - a todo is stored
      ---
      duration_ms: 12
      ...
    ok 2 - a list
    1..2
ok 1 - Stage 1: Todos
    not ok 1 - no one
    ok 2 - a \\#1 of two
not ok 2 - Stage 2: Users`;

const expected = [
  { title: 'Stage 1: Todos', passed: 2, total: 2, failed: [] },
  { title: 'Stage 2: Users', passed: 1, total: 2, failed: ['no one'] },
];

it.each([
  ['as it is printed for people', spec],
  ['with the colors of a terminal', spec.replaceAll('✔', '\u001b[32m✔').replaceAll(/ms\)/gu, 'ms)\u001b[39m')],
  ['copied from Windows', spec.replaceAll('\n', '\r\n')],
  ['in TAP', tap],
])('reads a result %s', (_, text) => {
  expect(read(text)).toMatchObject({ ok: true, stages: expected });
});

it('leaves out stages of which nothing ran, and tests that were skipped', () => {
  const result = read('ok 1 - a todo is stored\nok 2 - no one # SKIP not now');
  expect(result).toMatchObject({ stages: [{ title: 'Stage 1: Todos', passed: 1, total: 2 }] });
});

it.each([
  ['', 'This is not a result of todos.test.mjs. Paste everything that the command printed'],
  ['npm ERR! missing script', 'This is not a result of todos.test.mjs'],
  ['✔ something else (1ms)', 'These are results of other tests. Paste what todos.test.mjs printed.'],
  ['No server responds at http://localhost:3000. Start yours\n✖ todos.test.mjs (9ms)', 'no server responded'],
])('says of %j what was expected', (text, reason) => {
  expect(read(text)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
});
