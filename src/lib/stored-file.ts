/** Checks of files and stored texts from readers, before anything in them is used. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isVersion = (value: unknown): value is number => typeof value === 'number' && value >= 1;

/** Whether a text may be an id of content: words in small letters with hyphens between them. */
export const isId = (text: string) => text.length <= 60 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(text);

/** The last moment that a Date can hold. */
export const lastMoment = 8.64e15;

/** Whether a value is a moment in milliseconds since 1970. */
export const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= lastMoment;

/** A value that was read, with the number of its entries that could not be; or why nothing was. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly errors: number }
  | { readonly ok: false; readonly error: 'corrupt' | 'future' };

/** How a value is kept as text in the browser's storage, and as plain values inside a backup. */
export interface FileFormat<Value> {
  readonly toPlain: (value: Value) => object;
  readonly fromPlain: (plain: unknown) => Parsed<Value>;
  /** The same value gives the same text. */
  readonly serialize: (value: Value) => string;
  /** Reads what `serialize` wrote, or anything else without harm: what is valid is taken, the rest is counted. */
  readonly parse: (text: string) => Parsed<Value>;
}

/** The version that this code writes. What a higher one wrote is left alone. */
const version = 1;

/** The most that is read: a hostile text must not freeze the page. Browsers store as much. */
const usualLimit = 5_000_000;

const corrupt = { ok: false, error: 'corrupt' } as const;

/**
 * Makes a format from what it writes besides its kind and version, and from how it reads that back.
 * @param format.kind the name that its files carry; undefined for files without one.
 * @param format.hasVersion whether a value may stand where the version does.
 * @param format.maxCharacters the longest text that is read.
 * @param format.read gives undefined for a file that lacks its main part.
 */
export function fileFormat<Value>({
  kind,
  hasVersion = isVersion,
  maxCharacters = usualLimit,
  write,
  read,
}: {
  readonly kind: string | undefined;
  readonly hasVersion?: (value: unknown) => boolean;
  readonly maxCharacters?: number;
  readonly write: (value: Value) => object;
  readonly read: (file: Readonly<Record<string, unknown>>) => { value: Value; errors: number } | undefined;
}): FileFormat<Value> {
  const toPlain = (value: Value) => ({ kind, version, ...write(value) });
  const fromPlain = (plain: unknown): Parsed<Value> => {
    if (!isRecord(plain) || (kind !== undefined && plain['kind'] !== kind)) return corrupt;
    if (!hasVersion(plain['version'])) return corrupt;
    if (Number(plain['version']) > version) return { ok: false, error: 'future' };
    const found = read(plain);
    return found ? { ok: true, ...found } : corrupt;
  };
  return {
    toPlain,
    fromPlain,
    serialize: (value) => JSON.stringify(toPlain(value)),
    parse: (text) => (text.length > maxCharacters ? corrupt : fromPlain(readJson(text))),
  };
}

/** Reads the entries of a record, each of which gives an entry or none. */
export function readEntries<Entry>(
  record: unknown,
  readEntry: (key: string, raw: unknown) => readonly [string, Entry][],
): { value: ReadonlyMap<string, Entry>; errors: number } | undefined {
  if (!isRecord(record)) return undefined;
  const entries = Object.entries(record);
  const value = new Map(entries.flatMap(([key, raw]) => readEntry(key, raw)));
  return { value, errors: entries.length - value.size };
}

/** Writes entries as a record, sorted by key. */
export function writeEntries<Entry>(
  entries: ReadonlyMap<string, Entry>,
  writeEntry: (entry: Entry) => unknown,
): Record<string, unknown> {
  const sorted = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, entry]) => [key, writeEntry(entry)]));
}

/** Reads JSON; undefined for any other text. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON, or nested more deeply than this browser can read.
    return undefined;
  }
}
