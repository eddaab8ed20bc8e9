import { describe, expect, it } from 'vitest';
import { stem } from '#domain/search/stem.ts';

describe('stem', () => {
  it.each([
    ['cache', ['caches', 'cached', 'caching']],
    ['index', ['indexes', 'indexing', 'indexed']],
    ['query', ['queries']],
    ['log', ['logs', 'logging']],
    ['embed', ['embedding', 'embedded']],
    ['serialize', ['serialise', 'serialising', 'serializing', 'serialised']],
    ['migrate', ['migration', 'migrations', 'migrating']],
    ['optimize', ['optimization', 'optimisation', 'optimising']],
    ['version', ['versions', 'versioning']],
    ['process', ['processes', 'processing']],
  ])('is the same for all forms of %s', (word, forms) => {
    for (const form of forms) expect(stem(form), form).toBe(stem(word));
  });

  it.each(['cors', 'https', 'nodejs', 'redis', 'string', 'spring', 'k8s', 'class', 'status', 'unity'])(
    'leaves %s whole',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );
});
