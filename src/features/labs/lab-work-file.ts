import { type HelpRung, helpRungs, type LabWork, maxCode, type WorkOnLab } from './lab-work.ts';

/** The version that this code writes. What a higher one wrote is left alone. */
const version = 1;

const kind = 'wayline-labs';

/** The most that is read: a hostile file must not freeze the page. */
const maxCharacters = 5_000_000;

/** The last moment that a Date can hold. */
const lastMoment = 8.64e15;

export type ParsedLabWork =
  | { readonly ok: true; readonly value: LabWork; readonly refused: number }
  | { readonly ok: false; readonly error: 'corrupt' | 'future' };

/** Work on labs as plain values, as it stands in storage and inside an export file. */
export function labWorkToPlain(work: LabWork) {
  const sorted = [...work].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind,
    version,
    labs: Object.fromEntries(
      sorted.map(([id, { code, at, passedAt, other, help }]) => [
        id,
        [code, at, passedAt, ...(other || help ? [other ?? ''] : []), ...(help ? [help] : [])],
      ]),
    ),
  };
}

export const serializeLabWork = (work: LabWork) => JSON.stringify(labWorkToPlain(work));

const corrupt: ParsedLabWork = { ok: false, error: 'corrupt' };

/** Reads what `serializeLabWork` wrote, or anything else without harm: what is valid is taken, the rest is counted. */
export function parseLabWork(text: string): ParsedLabWork {
  if (text.length > maxCharacters) return corrupt;
  try {
    return labWorkFromPlain(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError) return corrupt;
    throw error;
  }
}

/** Reads what `labWorkToPlain` gave. */
export function labWorkFromPlain(value: unknown): ParsedLabWork {
  if (!isRecord(value) || value['kind'] !== kind || !isVersion(value['version'])) return corrupt;
  if (value['version'] > version) return { ok: false, error: 'future' };
  if (!isRecord(value['labs'])) return corrupt;
  const entries = Object.entries(value['labs']);
  const work = new Map(entries.flatMap(([id, raw]) => toWork(id, raw)));
  return { ok: true, value: work, refused: entries.length - work.size };
}

function toWork(id: string, raw: unknown): [string, WorkOnLab][] {
  if (id.length > 60 || !idForm.test(id) || !Array.isArray(raw)) return [];
  const [code, at, passedAt, other = '', help] = raw as unknown[];
  if (!isCode(code) || !isCode(other) || !isMoment(at) || !isMoment(passedAt)) return [];
  if (help !== undefined && !isRung(help)) return [];
  return [[id, { code, at, passedAt, ...(other === '' ? {} : { other }), ...(help && { help }) }]];
}

/** Of this file's own: shared with the script of all pages, these lines would become a request of theirs. */
const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isVersion = (value: unknown): value is number => typeof value === 'number' && value >= 1;

const isCode = (value: unknown): value is string => typeof value === 'string' && value.length <= maxCode;

const isRung = (value: unknown): value is HelpRung => helpRungs.includes(value as HelpRung);

const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= lastMoment;
