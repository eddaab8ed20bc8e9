import { readStored, writeStored } from '#lib/browser/stored-state.ts';

const recentKey = 'wayline:recent-searches';
const pinnedKey = 'wayline:pinned-searches';
const mostRecent = 6;
const mostPinned = 12;
const longest = 80;

/** The searches that this browser keeps: pinned ones in the order of pinning, others the newest first. */
export interface RememberedSearches {
  readonly pinned: readonly string[];
  readonly recent: readonly string[];
}

/** What is kept. A pinned search is not listed again among the recent ones. */
export function rememberedSearches(): RememberedSearches {
  const pinned = readTexts(pinnedKey).slice(0, mostPinned);
  return { pinned, recent: recentSearches().filter((text) => !pinned.includes(text)) };
}

/** Puts a search first. Too short or too long ones are not worth remembering. */
export function rememberSearch(typed: string): void {
  const text = typed.trim();
  if (text.length < 2 || text.length > longest) return;
  writeTexts(recentKey, [text, ...recentSearches().filter((other) => other !== text)].slice(0, mostRecent));
}

/** Pins a search, or takes the pin out; it stays among the recent ones. */
export function togglePin(text: string): void {
  const pinned = readTexts(pinnedKey);
  const isPinned = pinned.includes(text);
  writeTexts(pinnedKey, isPinned ? pinned.filter((other) => other !== text) : [...pinned, text].slice(-mostPinned));
  if (isPinned) rememberSearch(text);
}

/** Forgets the recent searches; pinned ones stay unless they are asked for. */
export function forgetSearches({ withPinned = false } = {}): void {
  writeStored(recentKey, undefined);
  if (withPinned) writeStored(pinnedKey, undefined);
}

const recentSearches = () => readTexts(recentKey).slice(0, mostRecent);

function readTexts(key: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(readStored(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string') : [];
  } catch (error) {
    // Only other software writes something else there; it is not worth a message to the reader.
    console.warn(`${key} is not readable:`, error);
    return [];
  }
}

function writeTexts(key: string, texts: readonly string[]): void {
  writeStored(key, JSON.stringify(texts));
}
