import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { expect, it } from 'vitest';

/** What biome.json cannot say of the layers: where a relative path ends, and whether a type alone is taken. */
const imports = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:ts|astro)$/u.test(path))
  .flatMap((path) =>
    [...readFileSync(join('src', path), 'utf8').matchAll(/^\s*(?:import|export)\b[^;'"]*?\bfrom\s+'([^']+)'/gmu)].map(
      ([statement, from = '']) => ({ path, statement, from }),
    ),
  );
const layerOf = (path: string) => relative('.', normalize(path)).split('/')[0];

it('finds the imports', () => {
  expect(imports.length).toBeGreaterThan(1000);
});

it('relative imports stay within their folder of src/', () => {
  const leaving = imports.filter(
    ({ path, from }) => from.startsWith('.') && layerOf(join(path, '..', from)) !== layerOf(path),
  );
  expect(leaving).toEqual([]);
});

it('the domain takes only types of schemas, for Zod is not to be downloaded', () => {
  const ofSchemas = imports.filter(({ path, from }) => layerOf(path) === 'domain' && from.startsWith('#schemas/'));
  expect(ofSchemas.length).toBeGreaterThan(0);
  expect(ofSchemas.filter(({ statement }) => !/^\s*import type\b/u.test(statement))).toEqual([]);
});
