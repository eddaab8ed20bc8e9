import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { KeptPages } from './kept-pages.ts';

const askedKey = 'wayline:offline:asked';
const hour = 3_600_000;

/** Once an hour, a page brings up to date what its reader keeps offline. Loaded where a worker is in charge of the page. */
async function renewKeptPages(): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const isRecent = Date.now() - Number(readStored(askedKey) ?? 0) < hour;
  if (!worker || !navigator.onLine || connection?.saveData || isRecent) return;
  await new KeptPages().renew();
  writeStored(askedKey, String(Date.now()));
}

// Without a network, or when the reader leaves the page, the next page tries again.
renewKeptPages().catch((error: unknown) => console.warn('What is kept offline could not be renewed:', error));
