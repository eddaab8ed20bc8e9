import { expect, it } from 'vitest';
import { anchorOf } from '#content/anchor.ts';
import { idOf } from '#content/id-of.ts';
import { addressOf } from '#content/url.ts';

it.each([
  ['Mental model', 'mental-model'],
  ['Trade-offs', 'trade-offs'],
  ['`SELECT *` reads too much', 'select--reads-too-much'],
  ['What "eventual" means', 'what-eventual-means'],
  ['N+1, again', 'n1-again'],
  ['C# & .NET', 'c--net'],
  ['snake_case', 'snake_case'],
  ['Größe', 'größe'],
  ['R003', 'r003'],
])('anchorOf makes %j the anchor %j', (heading, anchor) => {
  expect(anchorOf(heading)).toBe(anchor);
});

it.each([
  ['Database indexing', 'database-indexing'],
  ['C#', 'csharp'],
  ['C++', 'cplusplus'],
  ['Über JSON', 'uber-json'],
  ['CI/CD pipelines', 'ci-cd-pipelines'],
  ['', undefined],
  ['???', undefined],
  ['x'.repeat(80), undefined],
])('idOf makes of "%s" the id %s', (title, id) => {
  expect(idOf(title)).toBe(id);
});

it.each([
  ['topic', 'indexing', '/topics/indexing/'],
  ['comparison', 'languages', '/compare/languages/'],
] as const)('addressOf of the %s "%s" is %s', (kind, id, address) => {
  expect(addressOf(kind, id)).toBe(address);
});
