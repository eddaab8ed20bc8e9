import type { Browser } from '@playwright/test';

/** What the first search of a visit costs. */
export interface SearchCosts {
  /** Bytes over the wire for what answers while typing: script and documents. */
  readonly titleBytes: number;
  /** Bytes over the wire for the full text behind it, headers included. */
  readonly fullTextBytes: number;
  /** From opening the box to the first result. */
  readonly milliseconds: number;
}

/** Slow 4G as Lighthouse simulates it: 1.6 Mbit/s, 150 ms for a round trip. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

/** Opens the search on a page over slow 4G and asks for something, as the first search of a visit. */
export async function measureFirstSearch(
  browser: Browser,
  { address, query }: { readonly address: string; readonly query: string },
): Promise<SearchCosts> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
  const sizes = new Map<string, number>();
  const addresses = new Map<string, string>();
  session.on('Network.responseReceived', ({ requestId, response }) => addresses.set(requestId, response.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(addresses.get(requestId) ?? requestId, encodedDataLength),
  );
  await page.goto(address, { waitUntil: 'networkidle' });
  sizes.clear();
  const started = performance.now();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox').fill(query);
  await page.locator('ol[data-search-results] li').first().waitFor();
  const milliseconds = performance.now() - started;
  await page.locator('ol[data-search-results][data-search-state="done"]').waitFor({ state: 'attached' });
  await context.close();
  const isFullText = (loaded: string) => /\/(?:pagefind|shards)\//u.test(loaded);
  const sum = (isCounted: (loaded: string) => boolean) =>
    [...sizes].filter(([loaded]) => isCounted(loaded)).reduce((total, [, size]) => total + size, 0);
  return { titleBytes: sum((loaded) => !isFullText(loaded)), fullTextBytes: sum(isFullText), milliseconds };
}
