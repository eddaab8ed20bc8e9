import { readStored, writeStored } from '../storage.ts';

const key = 'wayline:recent-searches';
const most = 6;
const longest = 80;

/** The last searches of this browser, the newest first. */
export function recentSearches(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(readStored(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((text) => typeof text === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Puts a search first. Too short or too long ones are not worth remembering. */
export function rememberSearch(typed: string): void {
  const text = typed.trim();
  if (text.length < 2 || text.length > longest) return;
  writeStored(key, JSON.stringify([text, ...recentSearches().filter((other) => other !== text)].slice(0, most)));
}

/** Forgets all searches. */
export function forgetSearches(): void {
  writeStored(key, undefined);
}
