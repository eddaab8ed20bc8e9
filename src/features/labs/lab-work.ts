/** What a reader made of one lab. */
export interface WorkOnLab {
  /** The reader's code; empty when it is the starter again. */
  readonly code: string;
  /** When the code was last changed, in milliseconds since 1970. */
  readonly at: number;
  /** When all checks passed for the first time; 0 while they have not. */
  readonly passedAt: number;
}

/** Everything that a reader made in labs, by the id of the lab. */
export type LabWork = ReadonlyMap<string, WorkOnLab>;

/** The most characters of code that are kept of one lab. */
export const mostCode = 50_000;

const nothing: WorkOnLab = { code: '', at: 0, passedAt: 0 };

/** The labs whose checks have all passed once. */
export const passedLabs = (work: LabWork): ReadonlySet<string> =>
  new Set([...work].filter(([, { passedAt }]) => passedAt > 0).map(([id]) => id));

/** With new code for a lab. Time never runs backwards on it, whatever the clock says. */
export function withCode(work: LabWork, id: string, { code, at }: Pick<WorkOnLab, 'code' | 'at'>): LabWork {
  const before = work.get(id) ?? nothing;
  return new Map(work).set(id, { ...before, code: code.slice(0, mostCode), at: Math.max(at, before.at + 1) });
}

/** With a lab passed; the first time counts. */
export function withPassed(work: LabWork, id: string, at: number): LabWork {
  const before = work.get(id) ?? nothing;
  return before.passedAt > 0 ? work : new Map(work).set(id, { ...before, passedAt: at });
}

/** Joins what two tabs or two browsers hold: the newer code, and the first time that a lab was passed. */
export function mergeLabWork(a: LabWork, b: LabWork): LabWork {
  const merged = new Map(a);
  for (const [id, theirs] of b) merged.set(id, mergeOne(merged.get(id) ?? nothing, theirs));
  return merged;
}

function mergeOne(mine: WorkOnLab, theirs: WorkOnLab): WorkOnLab {
  const isTheirs = theirs.at > mine.at || (theirs.at === mine.at && theirs.code > mine.code);
  const { code, at } = isTheirs ? theirs : mine;
  const passed = [mine.passedAt, theirs.passedAt].filter((moment) => moment > 0);
  return { code, at, passedAt: passed.length > 0 ? Math.min(...passed) : 0 };
}

/** With moments in the future moved to now: a wrong clock must not win over every later change. */
export function labWorkNotAfter(work: LabWork, now: number): LabWork {
  return new Map(
    [...work].map(([id, { code, at, passedAt }]) => [
      id,
      { code, at: Math.min(at, now), passedAt: Math.min(passedAt, now) },
    ]),
  );
}
