import { expect, it } from 'vitest';
import { readProjectTests } from '#content/project-tests.ts';

const source = `// Todos, tested from outside. Start your server, then run
//
//   BASE_URL=http://localhost:3000 node --test todos.test.mjs
//
// Not tested: restarts, and
// what is slow.
import { it } from 'node:test';
import { call, expect } from '../kit.mjs';

describe('Stage 1: Todos', () => {
  it('a todo is stored', async () => {});
  it("another user's todo isn't found", async () => {});
});
`;
const read = (files: Readonly<Record<string, string>>) =>
  readProjectTests('todos', { files: new Map(Object.entries(files)), kit: 'export const call = 1;\n' });

it('is undefined for a project without tests', () => {
  expect(read({ 'reference.mjs': '' })).toBeUndefined();
});

it('says how to run the tests, what they leave out, and what each stage checks', () => {
  expect(read({ 'todos.test.mjs': source })).toMatchObject({
    name: 'todos.test.mjs',
    command: 'BASE_URL=http://localhost:3000 node --test todos.test.mjs',
    untested: 'restarts, and what is slow.',
    stages: [{ title: 'Stage 1: Todos', tests: ['a todo is stored', "another user's todo isn't found"] }],
  });
});

it('is one file for the reader: what the tests share is put into it', () => {
  const text = read({ 'todos.test.mjs': source })?.text;
  expect(text).not.toContain('kit.mjs');
  expect(text).toContain('\nconst call = 1;\n');
});
