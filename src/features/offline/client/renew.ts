import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { KeptPages } from './kept-pages.ts';

const askedKey = 'wayline:offline:asked';
const hour = 3_600_000;

/** Updates what the reader keeps offline, at most once an hour. Loaded on pages that the service worker controls. */
async function renewKeptPages(): Promise<void> {
  const worker = navigator.serviceWorker?.controller;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  const isRecent = Date.now() - Number(readStored(askedKey) ?? 0) < hour;
  if (!worker || !navigator.onLine || connection?.saveData || isRecent) return;
  await new KeptPages().renew();
  writeStored(askedKey, String(Date.now()));
}

// Without a network, or if the reader leaves the page, the next page tries again.
renewKeptPages().catch((error: unknown) => console.warn('What is kept offline could not be renewed:', error));
