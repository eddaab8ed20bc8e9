import { fileFormat, isRecord } from '#lib/stored-file.ts';

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

/** How saved plans stand in storage. Entries that are no plans are counted and left out. */
export const plansFormat = fileFormat<SavedPlans>({
  kind: undefined,
  hasVersion: (value) => typeof value === 'number',
  maxCharacters: Number.POSITIVE_INFINITY,
  write: ({ plans, last }) => ({ plans, last }),
  read: (file) => {
    const entries: readonly unknown[] = Array.isArray(file['plans']) ? file['plans'] : [];
    const plans = entries.flatMap(readPlan);
    const last = readLast(file['last']);
    const refused = entries.length - plans.length + (file['last'] !== undefined && !last ? 1 : 0);
    return { value: { plans, last }, refused };
  },
});

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
