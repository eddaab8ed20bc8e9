import { fileFormat, isId, isMoment, readEntries, writeEntries } from '#lib/stored-file.ts';

/** The rungs of the help that a lab offers, from the least help to the most. */
const helpRungs = ['hint', 'lines', 'solution'] as const;

export type HelpRung = (typeof helpRungs)[number];

/** What a reader made of one lab. */
export interface WorkOnLab {
  /** The reader's code; empty when it is the starter again. */
  readonly code: string;
  /** When the code was last changed, in milliseconds since 1970. */
  readonly at: number;
  /** What another tab has written meanwhile, kept until the reader chooses. */
  readonly other?: string;
  /** When all checks passed for the first time; 0 while they have not. */
  readonly passedAt: number;
  /** The highest rung of help that the reader has used; missing when none. */
  readonly help?: HelpRung;
}

/** Everything that a reader made in labs, by the id of the lab. */
export type LabWork = ReadonlyMap<string, WorkOnLab>;

/** The most characters of code that are kept of one lab. */
export const maxCode = 50_000;

const nothing: WorkOnLab = { code: '', at: 0, passedAt: 0 };

/** The labs whose checks have all passed once. */
export const passedLabs = (work: LabWork): ReadonlySet<string> =>
  new Set([...work].filter(([, { passedAt }]) => passedAt > 0).map(([id]) => id));

/** New code for a lab. */
interface NewCode {
  readonly code: string;
  readonly at: number;
  /** When the stored code that it is based on was written. If other code has been stored since, both stay. */
  readonly base: number;
}

/** With new code for a lab, unless it is too long. Its time never goes backward, whatever the clock says. */
export function withCode(work: LabWork, id: string, { code, at, base }: NewCode): LabWork {
  if (code.length > maxCode) return work;
  const before = work.get(id) ?? nothing;
  const isForeign = before.at !== base && before.code !== '' && before.code !== code;
  return withVersions(work, id, { code, at, other: isForeign ? before.code : (before.other ?? '') });
}

/** With the version of the code that the reader goes on with, and the other one; an empty text for none. */
export function withVersions(
  work: LabWork,
  id: string,
  { code, at, other }: { readonly code: string; readonly at: number; readonly other: string },
): LabWork {
  const before = work.get(id) ?? nothing;
  const { passedAt, help } = before;
  return new Map(work).set(id, {
    code,
    at: Math.max(at, before.at + 1),
    passedAt,
    ...(help && { help }),
    ...(other === '' || other === code ? {} : { other }),
  });
}

/** With a lab passed; the first time counts. */
export function withPassed(work: LabWork, id: string, at: number): LabWork {
  const before = work.get(id) ?? nothing;
  return before.passedAt > 0 ? work : new Map(work).set(id, { ...before, passedAt: at });
}

/** With a rung of help used; the highest one counts. */
export function withHelp(work: LabWork, id: string, rung: HelpRung): LabWork {
  const before = work.get(id) ?? nothing;
  return new Map(work).set(id, { ...before, help: higherRung(before.help, rung) ?? rung });
}

function higherRung(a: HelpRung | undefined, b: HelpRung | undefined): HelpRung | undefined {
  return helpRungs.findLast((rung) => rung === a || rung === b);
}

/** Joins what two tabs or two browsers hold: the newer code, the first pass of a lab, and the highest rung of help. */
export function mergeLabWork(a: LabWork, b: LabWork): LabWork {
  const merged = new Map(a);
  for (const [id, theirs] of b) merged.set(id, mergeOne(merged.get(id) ?? nothing, theirs));
  return merged;
}

function mergeOne(mine: WorkOnLab, theirs: WorkOnLab): WorkOnLab {
  const isTheirs = theirs.at > mine.at || (theirs.at === mine.at && theirs.code > mine.code);
  const passed = [mine.passedAt, theirs.passedAt].filter((moment) => moment > 0);
  const help = higherRung(mine.help, theirs.help);
  return {
    ...(isTheirs ? theirs : mine),
    passedAt: passed.length > 0 ? Math.min(...passed) : 0,
    ...(help && { help }),
  };
}

/** With times in the future set to now: a wrong clock must not win over every later change. */
export function labWorkNotAfter(work: LabWork, now: number): LabWork {
  return new Map(
    [...work].map(([id, own]) => [id, { ...own, at: Math.min(own.at, now), passedAt: Math.min(own.passedAt, now) }]),
  );
}

/** How work on labs is written in storage and in backups. */
export const labWorkFormat = fileFormat<LabWork>({
  kind: 'wayline-labs',
  write: (work) => ({ labs: writeEntries(work, fromWork) }),
  read: ({ labs }) => readEntries(labs, toWork),
});

const fromWork = ({ code, at, passedAt, other, help }: WorkOnLab) => [
  code,
  at,
  passedAt,
  ...(other || help ? [other ?? ''] : []),
  ...(help ? [help] : []),
];

function toWork(id: string, raw: unknown): [string, WorkOnLab][] {
  if (!isId(id) || !Array.isArray(raw)) return [];
  const [code, at, passedAt, other = '', help] = raw as unknown[];
  if (!isCode(code) || !isCode(other) || !isMoment(at) || !isMoment(passedAt)) return [];
  if (help !== undefined && !isRung(help)) return [];
  return [[id, { code, at, passedAt, ...(other === '' ? {} : { other }), ...(help && { help }) }]];
}

const isCode = (value: unknown): value is string => typeof value === 'string' && value.length <= maxCode;

const isRung = (value: unknown): value is HelpRung => helpRungs.includes(value as HelpRung);
