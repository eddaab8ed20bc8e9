import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { expect, it } from 'vitest';

/** What biome.json cannot see: where a relative path ends. */
const imports = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|astro)$/u.test(path))
  .flatMap((path) =>
    [...readFileSync(join('src', path), 'utf8').matchAll(/^\s*(?:import|export)\b[^;'"]*?\bfrom\s+'([^']+)'/gmu)].map(
      ([, from = '']) => ({ path, from }),
    ),
  );

/** A folder of src/, or one feature. */
function roomOf(path: string): string {
  const [folder = '', name = ''] = relative('.', normalize(path)).split('/');
  return folder === 'features' ? `features/${name}` : folder;
}

it('finds the imports', () => {
  expect(imports.length).toBeGreaterThan(1000);
});

it('relative imports stay within their folder or feature, so that the import rules see every other one', () => {
  const leaving = imports.filter(
    ({ path, from }) => from.startsWith('.') && roomOf(join(path, '..', from)) !== roomOf(path),
  );
  expect(leaving).toEqual([]);
});

it('a page loads parts of its script in one way, which tells the reader when a file is gone', () => {
  // The editor is itself such a part, and Pagefind is tried again under another address.
  const others = ['features/labs/client/editor.ts', 'features/search/client/full-text.ts'];
  const importing = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/client\/|^layouts\/|^lib\/browser\//u.test(path) && /(?<!\.d)\.ts$/u.test(path))
    .filter((path) => !others.includes(path))
    .flatMap((path) =>
      readFileSync(join('src', path), 'utf8')
        .split(/\bimport\((?!\))/u)
        .slice(0, -1)
        .map((before) => ({ path, before })),
    );
  expect(importing.length).toBeGreaterThan(15);
  const astray = importing.filter(
    ({ before }) => !/scriptPart(?:<[^<>]*>)?\(\s*(?:async )?\(\) =>[^;]*$/u.test(before),
  );
  expect(astray.map(({ path }) => path)).toEqual([]);
});
