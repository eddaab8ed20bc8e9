import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { expect, test } from 'vitest';
import { isShipped, packageOf, shippedWorks } from '#lib/licenses/shipped-works.ts';

test.each([
  ['/site/node_modules/minisearch/dist/es/index.js', 'minisearch'],
  ['/site/node_modules/@codemirror/view/dist/index.js', '@codemirror/view'],
  ['/site/node_modules/outer/node_modules/inner/index.js', 'inner'],
  ['/site/src/lib/href.ts', undefined],
])('the module %s belongs to %s', (module, name) => {
  expect(packageOf(module)).toBe(name);
});

test('a package that the site does not send is not in the list', () => {
  expect(isShipped('minisearch')).toBe(true);
  expect(isShipped('vitest')).toBe(false);
  expect(isShipped('toString')).toBe(false);
});

test('the versions of what is inside a package are those that are sent', async () => {
  const versionOf = (name: string) => shippedWorks(process.cwd()).find((work) => work.name === name)?.version;
  const { info } = JSON.parse(readFileSync('node_modules/pyodide/pyodide-lock.json', 'utf8'));
  expect(versionOf('CPython')).toBe(info.python);
  const database = new PGlite();
  const { rows } = await database.query<{ version: string }>('SELECT version()');
  await database.close();
  expect(rows[0]?.version).toContain(`PostgreSQL ${versionOf('PostgreSQL')} `);
});

test('every work has a version, a license and an address, and all but three bring their text', () => {
  const works = shippedWorks(process.cwd());
  for (const { name, version, license, url } of works) {
    expect(version, name).toMatch(/^\d+\.\d+/u);
    expect(license, name).toMatch(/^[\w.-]+$/u);
    expect(url, name).toMatch(/^https:/u);
  }
  const silent = works.filter(({ text }) => text === '').map(({ name }) => name);
  expect(silent).toEqual(['CPython', 'PostgreSQL', 'pyodide']);
});
