import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker } from 'linkinator';
import type { CheckedLink } from '#content/corpus.ts';

/** Statuses that say that a page is gone; any other failure may be temporary, or aimed at robots. */
const gone = new Set([404, 410]);

interface CheckOptions {
  /** The day of the check, YYYY-MM-DD. */
  readonly today: string;
  /** How long one address may take, in milliseconds. */
  readonly timeout: number;
  /** Called after each address. */
  readonly onChecked?: (link: CheckedLink) => void;
}

/** Asks every address once whether it is still there; fragments are left out. The results are sorted by address. */
export async function checkAddresses(
  addresses: readonly string[],
  { today, timeout, onChecked }: CheckOptions,
): Promise<CheckedLink[]> {
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  const wanted = new Set(addresses.map(withoutFragment));
  const items = [...wanted].map((url) => `<a href="${url.replaceAll('&', '&amp;').replaceAll('"', '%22')}">x</a>`);
  writeFileSync(join(folder, 'index.html'), `<!doctype html><title>Links</title>${items.join('\n')}`);
  const found = new Map<string, CheckedLink>();
  const checker = new LinkChecker();
  checker.on('link', ({ url, status = 0, state }) => {
    if (!wanted.has(url)) return;
    const link = {
      id: url,
      state: state === 'OK' ? 'ok' : gone.has(status) ? 'broken' : 'unknown',
      checked: today,
    } as const;
    found.set(url, link);
    onChecked?.(link);
  });
  await checker.check({ path: 'index.html', serverRoot: folder, timeout, concurrency: 8, retry: true });
  rmSync(folder, { recursive: true });
  return [...wanted].sort().map((url) => found.get(url) ?? { id: url, state: 'unknown', checked: today });
}

function withoutFragment(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
