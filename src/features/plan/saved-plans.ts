/** A plan that the reader keeps in this browser. */
export interface SavedPlan {
  readonly id: string;
  readonly title: string;
  /** The fragment of its address, which holds all of it. */
  readonly address: string;
  /** When it was changed, in milliseconds since 1970. */
  readonly changed: number;
}

/** The plan that the reader worked on last, saved or not. */
interface LastPlan {
  readonly address: string;
  /** The question that was open, 1 to 5; the fifth is the plan itself. */
  readonly question: number;
  /** The saved plan that it is, if it is one. */
  readonly id?: string | undefined;
}

export interface SavedPlans {
  readonly plans: readonly SavedPlan[];
  readonly last: LastPlan | undefined;
}

export const noPlans: SavedPlans = { plans: [], last: undefined };

const version = 1;

type Parsed =
  | { readonly ok: true; readonly value: SavedPlans; readonly refused: number }
  | { readonly ok: false; readonly error: 'corrupt' | 'future' };

/** Reads what `serializePlans` wrote. Entries that are no plans are counted and left out; nothing throws. */
export function parsePlans(text: string): Parsed {
  return plansFromPlain(readJson(text));
}

/** Reads plain values, as they stand in storage and in a backup. */
export function plansFromPlain(stored: unknown): Parsed {
  if (!isRecord(stored) || typeof stored['version'] !== 'number') return { ok: false, error: 'corrupt' };
  if (stored['version'] > version) return { ok: false, error: 'future' };
  const entries: readonly unknown[] = Array.isArray(stored['plans']) ? stored['plans'] : [];
  const plans = entries.flatMap(readPlan);
  const last = readLast(stored['last']);
  const refused = entries.length - plans.length + (stored['last'] !== undefined && !last ? 1 : 0);
  return { ok: true, value: { plans, last }, refused };
}

export function serializePlans({ plans, last }: SavedPlans): string {
  return JSON.stringify({ ...plansToPlain(plans), ...(last ? { last } : {}) });
}

/** Plans as plain values, for a backup. */
export const plansToPlain = (plans: readonly SavedPlan[]) => ({ version, plans });

/** Joins two lists: of a plan that is in both, the one that was changed later stays. The latest change comes first. */
export function mergePlans(mine: readonly SavedPlan[], theirs: readonly SavedPlan[]): readonly SavedPlan[] {
  const merged = new Map(mine.map((plan) => [plan.id, plan]));
  for (const plan of theirs) if (plan.changed > (merged.get(plan.id)?.changed ?? -1)) merged.set(plan.id, plan);
  return [...merged.values()].toSorted((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1));
}

/** Puts a plan into the list, in place of the one with its id. */
export function keepPlan({ plans, last }: SavedPlans, plan: SavedPlan): SavedPlans {
  return { plans: [plan, ...plans.filter(({ id }) => id !== plan.id)], last };
}

/** Takes a plan out of the list. If it was the last one, it stays the last one without being saved. */
export function dropPlan({ plans, last }: SavedPlans, id: string): SavedPlans {
  return {
    plans: plans.filter((plan) => plan.id !== id),
    last: last?.id === id ? { address: last.address, question: last.question } : last,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The longest text of an entry. */
const maxCharacters = 3000;

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= maxCharacters;

function readPlan(entry: unknown): SavedPlan[] {
  if (!isRecord(entry)) return [];
  const { id, title, address, changed } = entry;
  const isPlan =
    isText(id) && isText(title) && isText(address) && typeof changed === 'number' && Number.isFinite(changed);
  return isPlan ? [{ id, title, address, changed }] : [];
}

function readLast(entry: unknown): LastPlan | undefined {
  if (!isRecord(entry)) return undefined;
  const { address, question, id } = entry;
  if (!isText(address) || typeof question !== 'number' || !(question >= 1 && question <= 5)) return undefined;
  return { address, question: Math.floor(question), ...(isText(id) ? { id } : {}) };
}
