import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { roomBudgets } from './room-budgets.ts';

const files = execFileSync('git', ['ls-files', 'src', 'scripts'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => /\.(?:ts|astro|css)$/u.test(path) && !/\.(?:test|spec)\.ts$/u.test(path));

/** The room of a file: a feature, a folder of src that stands alone, or those that are counted together. */
function roomOf(path: string): string {
  const [, feature] = /^src\/(features\/[^/]+)\//u.exec(path) ?? [];
  const [folder = ''] = path.replace(/^src\//u, '').split(/[./]/u);
  return feature ?? Object.keys(roomBudgets).find((room) => room.split(', ').includes(folder)) ?? folder;
}

const linesOf = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;
const rooms = Map.groupBy(files, roomOf);

it('has a budget for every room', () => {
  expect([...rooms.keys()].sort()).toEqual(Object.keys(roomBudgets).sort());
});

it.each(Object.entries(roomBudgets))('%s keeps to its budget', (room, { max }) => {
  const lines = (rooms.get(room) ?? []).reduce((sum, path) => sum + linesOf(path), 0);
  const count = (number: number) => number.toLocaleString('en-US');
  const message = `${room} has ${count(lines)} lines, ${count(max)} are planned: simplify, or raise the budget in a commit that says why`;
  expect(lines, message).toBeLessThanOrEqual(max);
});
