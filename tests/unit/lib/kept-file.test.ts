import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropUnused, keepFile, namesFor, readKept } from '#lib/kept-file.ts';

it('makes a file once, and deletes those that were not asked for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-'));
  const [made, read, left] = ['made', 'read', 'left'].map((name) => join(folder, name)) as [string, string, string];
  for (const text of ['first', 'second']) {
    expect(readFileSync(await keepFile(made, async () => text), 'utf8')).toBe('first');
    expect(readKept(read, () => text).toString()).toBe('first');
  }
  writeFileSync(left, '');
  dropUnused(folder);
  expect([made, read, left].map(existsSync)).toEqual([true, true, false]);
  dropUnused(join(folder, 'missing'));
});

it('names files by what they are made from and by what', () => {
  const names = [namesFor([]), namesFor(['package.json'])].flatMap((nameOf) => [nameOf('a', 'b'), nameOf('a', 'c')]);
  expect(new Set(names).size).toBe(4);
});
