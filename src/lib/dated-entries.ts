/** Something that was written at a moment, in milliseconds since 1970. */
interface Dated {
  readonly at: number;
}

/**
 * Of several entries under one key keeps the newest.
 * @param isAhead which of two entries of the same moment is kept, whatever their order.
 */
export function keepNewest<Entry extends Dated>(
  entries: Iterable<readonly [string, Entry]>,
  isAhead: (entry: Entry, other: Entry) => boolean,
): ReadonlyMap<string, Entry> {
  const kept = new Map<string, Entry>();
  for (const [key, entry] of entries) {
    const other = kept.get(key);
    if (!other || entry.at > other.at || (entry.at === other.at && isAhead(entry, other))) kept.set(key, entry);
  }
  return kept;
}

/** Entries with none from the future: a clock that ran ahead elsewhere must not win forever. */
export function notAfter<Entry extends Dated>(
  entries: ReadonlyMap<string, Entry>,
  now: number,
): ReadonlyMap<string, Entry> {
  return new Map([...entries].map(([key, entry]) => [key, { ...entry, at: Math.min(entry.at, now) }]));
}
