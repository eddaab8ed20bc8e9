import { afterEach, describe, expect, it, vi } from 'vitest';
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

describe('packs that were kept before', () => {
  const scope = 'https://wayline.example/';
  const bundle = `${scope}offline/packs/0123456789abcdef.bundle`;

  /** A cache of a browser that has these addresses. */
  function keep(...addresses: readonly string[]): Set<string> {
    const kept = new Set(addresses);
    const cache = {
      keys: async () => [...kept].map((url) => ({ url })),
      delete: async ({ url }: { url: string }) => kept.delete(url),
    };
    const match = async (address: string) =>
      address.endsWith('kept/current') ? new Response(serializeEdition(edition)) : undefined;
    vi.stubGlobal('caches', { has: async () => true, open: async () => cache, match });
    return kept;
  }

  it('are not asked for again', async () => {
    keep(bundle);
    expect(await new KeptCopy(scope).missing(edition)).toEqual([]);
  });

  it('are missing when they have the format of the first edition, and go when packs are cleared out', async () => {
    const former = bundle.replace('.bundle', '.pack');
    const kept = keep(former, `${scope}offline/kept/current`);
    const copy = new KeptCopy(scope);
    expect(await copy.missing(edition)).toEqual(edition.packs);
    await copy.prune();
    expect([...kept]).toEqual([`${scope}offline/kept/current`]);
  });
});
