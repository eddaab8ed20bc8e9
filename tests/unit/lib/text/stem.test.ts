import { describe, expect, it } from 'vitest';
import { stem } from '#lib/text/stem.ts';

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
    ['expression', ['expressions']],
  ])('is the same for all forms of %s', (word, forms) => {
    for (const form of forms) expect(stem(form), form).toBe(stem(word));
  });

  it('tells an expression from Express', () => {
    expect(stem('expression')).not.toBe(stem('express'));
  });

  it.each(['cors', 'https', 'nodejs', 'redis', 'string', 'spring', 'k8s', 'class', 'status', 'unity'])(
    'leaves %s whole',
    (word) => {
      expect(stem(word)).toBe(word);
    },
  );
});
