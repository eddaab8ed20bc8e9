import { idForm, isRecord, isVersion } from '#lib/stored-file.ts';
import { lastMoment, type Mark, type Marks, type State, states } from './progress.ts';

/** The version that this code writes. Files and storage of a higher one are left alone. */
export const version = 1;

/** The most that is read: a hostile file must not freeze the page. */
const maxCharacters = 8_000_000;

const kind = 'wayline-progress';

export type Parsed =
  | {
      readonly ok: true;
      readonly marks: Marks;
      /** Entries that could not be read. */
      readonly refused: number;
      /** What the practice room put into the file, not yet looked at; undefined in files from before it. */
      readonly practice?: unknown;
      /** The same of notes and links. */
      readonly notes?: unknown;
      /** The same of work on labs. */
      readonly labs?: unknown;
      /** The same of saved study plans. */
      readonly plans?: unknown;
      /** The same of the interview that the reader prepares for. */
      readonly interview?: unknown;
    }
  | { readonly ok: false; readonly error: 'corrupt' | 'future'; readonly reason: string };

/**
 * Writes marks as the text of an export file, which is what storage holds too.
 * @param others what other features add to an export; readers of version 1 that know nothing of them pass over them.
 */
export function serialize(
  marks: Marks,
  others: Readonly<Partial<Record<'practice' | 'notes' | 'labs' | 'plans' | 'interview', unknown>>> = {},
): string {
  const topics = Object.fromEntries(
    [...marks].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([id, { state, at }]) => [id, [state, at]]),
  );
  return JSON.stringify({ kind, version, topics, ...others });
}

/** Reads what `serialize` wrote, or anything else without harm: what is valid is taken, the rest is counted. */
export function parse(text: string): Parsed {
  if (text.length > maxCharacters) return corrupt(`The file is larger than ${maxCharacters / 1_000_000} MB.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return corrupt('The file is not JSON.');
  }
  if (!isRecord(value) || value['kind'] !== kind) return corrupt('The file was not exported by Wayline.');
  if (!isVersion(value['version'])) return corrupt('The file does not say which version it is.');
  if (value['version'] > version) {
    return {
      ok: false,
      error: 'future',
      reason: 'A newer version of Wayline wrote this. Reload the page and try again.',
    };
  }
  if (!isRecord(value['topics'])) return corrupt('The file has no list of topics.');
  const entries = Object.entries(value['topics']);
  const marks = new Map(entries.flatMap(([id, raw]) => toMark(id, raw)));
  return {
    ok: true,
    marks,
    refused: entries.length - marks.size,
    practice: value['practice'],
    notes: value['notes'],
    labs: value['labs'],
    plans: value['plans'],
    interview: value['interview'],
  };
}

const corrupt = (reason: string): Parsed => ({ ok: false, error: 'corrupt', reason });

function toMark(id: string, raw: unknown): [string, Mark][] {
  if (!idForm.test(id) || id.length > 60 || !Array.isArray(raw)) return [];
  const [state, at] = raw as unknown[];
  const isState = state === 'none' || states.includes(state as State);
  if (!isState || typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at > lastMoment) return [];
  return [[id, { state: state as State, at }]];
}
