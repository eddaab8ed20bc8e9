import { readStored, writeStored } from '#lib/browser/stored-state.ts';
import { readJson } from '#lib/stored-file.ts';

const key = 'wayline:recent-searches';
/** Where earlier versions of the site kept pinned searches. */
const formerKey = 'wayline:pinned-searches';
const maxRecent = 6;
const longest = 80;

/** The searches that this browser keeps, the newest first. */
export function recentSearches(): readonly string[] {
  const stored = readJson(readStored(key) ?? '');
  // Only other software writes something else there; it is not worth a message to the reader.
  return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, maxRecent) : [];
}

/** Puts a search first. Too short or too long ones are not worth remembering. */
export function rememberSearch(typed: string): void {
  const text = typed.trim();
  if (text.length < 2 || text.length > longest) return;
  const others = recentSearches().filter((other) => other !== text);
  writeStored(key, JSON.stringify([text, ...others].slice(0, maxRecent)));
}

export function forgetSearches(): void {
  for (const each of [key, formerKey]) writeStored(each, undefined);
}
