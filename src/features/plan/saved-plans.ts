import { fileFormat, isRecord } from '#lib/stored-file.ts';

/** A plan that the reader keeps in this browser. */
export interface SavedPlan {
  readonly id: string;
  readonly title: string;
  /** The fragment of its address, which contains the whole plan. */
  readonly address: string;
  /** When it was changed, in milliseconds since 1970. */
  readonly changed: number;
}

/** The plan that the reader worked on last, saved or not. */
interface LastPlan {
  readonly address: string;
  /** The question that was open, 1 to 5; the fifth is the plan itself. */
  readonly question: number;
  /** Its id, if it is a saved plan. */
  readonly id?: string | undefined;
}

export interface SavedPlans {
  readonly plans: readonly SavedPlan[];
  readonly last: LastPlan | undefined;
}

export const noPlans: SavedPlans = { plans: [], last: undefined };

/** How saved plans are stored. Entries that aren't plans are counted and left out. */
export const plansFormat = fileFormat<SavedPlans>({
  kind: undefined,
  hasVersion: (value) => typeof value === 'number',
  maxCharacters: Number.POSITIVE_INFINITY,
  write: ({ plans, last }) => ({ plans, last }),
  read: (file) => {
    const entries: readonly unknown[] = Array.isArray(file['plans']) ? file['plans'] : [];
    const plans = entries.flatMap(readPlan);
    const last = readLast(file['last']);
    const errors = entries.length - plans.length + (file['last'] !== undefined && !last ? 1 : 0);
    return { value: { plans, last }, errors };
  },
});

/** Joins two lists, the latest change first. If a plan is in both, the one that was changed later stays. */
export function mergePlans(mine: readonly SavedPlan[], theirs: readonly SavedPlan[]): readonly SavedPlan[] {
  const merged = new Map(mine.map((plan) => [plan.id, plan]));
  for (const plan of theirs) if (plan.changed > (merged.get(plan.id)?.changed ?? -1)) merged.set(plan.id, plan);
  return [...merged.values()].toSorted((a, b) => b.changed - a.changed || (a.id < b.id ? -1 : 1));
}

/** Puts a plan into the list, and replaces the one with its id. */
export function keepPlan({ plans, last }: SavedPlans, plan: SavedPlan): SavedPlans {
  return { plans: [plan, ...plans.filter(({ id }) => id !== plan.id)], last };
}

/** Takes a plan out of the list. If the reader worked on it last, it stays the last one, unsaved. */
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
