import type { Day } from './day.ts';
import type { Plan } from './plan.ts';

/** What of a plan was to be finished by a day, and what is. */
export interface PlannedAndDone {
  /** Ids of the topics whose last session lies before the day. */
  readonly planned: readonly string[];
  /** Ids of the topics of the plan that are done. */
  readonly done: readonly string[];
  /** Planned, and not done. */
  readonly behind: readonly string[];
  readonly total: number;
}

/** Compares a plan with what happened until a day. */
export function plannedAndDone(
  { items, blocks }: Pick<Plan, 'items' | 'blocks'>,
  { done, today }: { readonly done: ReadonlySet<string>; readonly today: Day },
): PlannedAndDone {
  const topics = items.flatMap(({ kind, id }) => (kind === 'topic' ? [id] : []));
  const lastDay = new Map(
    blocks.flatMap(({ kind, items: [item], day }) => (kind === 'topic' && item ? [[item.id, day]] : [])),
  );
  const planned = topics.filter((id) => (lastDay.get(id) ?? Number.POSITIVE_INFINITY) < today);
  return {
    planned,
    done: topics.filter((id) => done.has(id)),
    behind: planned.filter((id) => !done.has(id)),
    total: topics.length,
  };
}
