import { describe, expect, it } from 'vitest';
import { idOf } from '#content/id-of.ts';

describe('idOf', () => {
  it.each([
    ['Database indexing', 'database-indexing'],
    ['C#', 'csharp'],
    ['C++', 'cplusplus'],
    ['Über JSON', 'uber-json'],
    ['CI/CD pipelines', 'ci-cd-pipelines'],
  ])('makes of "%s" the id %s', (title, id) => {
    expect(idOf(title)).toBe(id);
  });

  it.each(['', '???', 'x'.repeat(80)])('gives none for "%s"', (title) => {
    expect(idOf(title)).toBeUndefined();
  });
});
