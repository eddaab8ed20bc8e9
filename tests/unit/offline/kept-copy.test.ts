import { afterEach, expect, it, vi } from 'vitest';
import { KeptCopy } from '#features/offline/client/kept-copy.ts';
import { serializeEdition } from '#features/offline/edition.ts';

const edition = { edition: 'first', headers: {}, packs: [{ name: '0123456789abcdef', bytes: 1, addresses: [''] }] };

afterEach(() => {
  vi.unstubAllGlobals();
});

it('reads an edition again after the cache could not be read once', async () => {
  const match = vi.fn(async () => new Response(serializeEdition(edition)));
  match.mockRejectedValueOnce(new DOMException('The cache is busy.', 'UnknownError'));
  vi.stubGlobal('caches', { match });
  const copy = new KeptCopy('https://wayline.example/');
  await expect(copy.edition('current')).rejects.toThrow('busy');
  expect(await copy.edition('current')).toEqual(edition);
});
