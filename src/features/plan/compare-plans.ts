import type { Day } from './day.ts';
import type { Plan } from './plan.ts';

/** Two plans side by side. Differences are theirs less mine. */
export interface PlanComparison {
  readonly mine: PlanFigures;
  readonly theirs: PlanFigures;
  /** Half hours of study, reviews and projects among them. */
  readonly halves: number;
  /** Days by which theirs ends later; undefined when one of them has no end. */
  readonly days: number | undefined;
  /** Ids of topics and projects to study, by whose plan has them. */
  readonly both: readonly string[];
  readonly onlyMine: readonly string[];
  readonly onlyTheirs: readonly string[];
}

export interface PlanFigures {
  readonly items: number;
  readonly halves: number;
  readonly start: Day;
  readonly finish: Day | undefined;
}

/** Compares what two plans hold and when they end. */
export function comparePlans(
  [mine, theirs]: readonly [Plan, Plan],
  starts: readonly [mine: Day, theirs: Day],
): PlanComparison {
  const [own, other] = [figuresOf(mine, starts[0]), figuresOf(theirs, starts[1])];
  const [ownIds, otherIds] = [mine, theirs].map(({ items }) => new Set(items.map(({ id }) => id)));
  return {
    mine: own,
    theirs: other,
    halves: other.halves - own.halves,
    days: own.finish === undefined || other.finish === undefined ? undefined : other.finish - own.finish,
    both: [...(ownIds ?? [])].filter((id) => otherIds?.has(id)),
    onlyMine: [...(ownIds ?? [])].filter((id) => !otherIds?.has(id)),
    onlyTheirs: [...(otherIds ?? [])].filter((id) => !ownIds?.has(id)),
  };
}

function figuresOf({ items, totals, finish }: Plan, start: Day): PlanFigures {
  return { items: items.length, halves: totals.topic + totals.project + totals.review, start, finish };
}

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
