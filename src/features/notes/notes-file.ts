import { idForm, isRecord, isVersion } from '#lib/stored-file.ts';
import { type Item, longestNote, maxOf, type Notes, partsOf, questionOf } from './notes.ts';
import { isOwnAddress } from './own-address.ts';

/** The version that this code writes. What a higher one wrote is left alone. */
const version = 1;

/** The most that is read: a hostile file must not freeze the page. Browsers store as much. */
const maxCharacters = 5_000_000;

const kind = 'wayline-notes';

/** The last moment that a Date can hold. */
const lastMoment = 8.64e15;

export type ParsedNotes =
  | {
      readonly ok: true;
      readonly value: Notes;
      /** Entries that could not be read. */
      readonly refused: number;
    }
  | { readonly ok: false; readonly error: 'corrupt' | 'future' };

/** Writes notes as the text that storage holds. The same notes give the same text. */
export function serializeNotes(notes: Notes): string {
  return JSON.stringify(toPlain(notes));
}

/** Notes as plain values, as they stand in storage and inside an export file. */
export function toPlain(notes: Notes) {
  const sorted = [...notes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { kind, version, items: Object.fromEntries(sorted.map(([key, { text, at }]) => [key, [text, at]])) };
}

/** Reads what `serializeNotes` wrote, or anything else without harm: what is valid is taken, the rest is counted. */
export function parseNotes(text: string): ParsedNotes {
  if (text.length > maxCharacters) return corrupt;
  try {
    return fromPlain(JSON.parse(text));
  } catch {
    return corrupt;
  }
}

/** Reads what `toPlain` gave. */
export function fromPlain(value: unknown): ParsedNotes {
  if (!isRecord(value) || value['kind'] !== kind || !isVersion(value['version'])) return corrupt;
  if (value['version'] > version) return { ok: false, error: 'future' };
  if (!isRecord(value['items'])) return corrupt;
  const entries = Object.entries(value['items']);
  const notes = new Map(entries.flatMap(([key, raw]) => toItem(key, raw)));
  return { ok: true, value: notes, refused: entries.length - notes.size };
}

const corrupt: ParsedNotes = { ok: false, error: 'corrupt' };

function toItem(key: string, raw: unknown): [string, Item][] {
  const { topic, address } = partsOf(key);
  const id = questionOf(topic) ?? topic;
  if (id.length > 60 || !idForm.test(id) || !Array.isArray(raw)) return [];
  const [text, at] = raw as unknown[];
  if (typeof text !== 'string' || text.length > (address === undefined ? longestNote : maxOf.title)) return [];
  if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at > lastMoment) return [];
  return address === undefined || isOwnAddress(address) ? [[key, { text, at }]] : [];
}
