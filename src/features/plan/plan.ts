import type { Day } from './day.ts';
import { type Fit, fitToDate } from './fit.ts';
import { roadmapsOf, studyOrder } from './order.ts';
import type { PlanData } from './plan-data.ts';
import { planErrors } from './plan-errors.ts';
import type { PlanRequest } from './request.ts';
import { type Block, schedule } from './schedule.ts';

/** Half hours by what they go to. */
interface Totals {
  readonly topic: number;
  readonly project: number;
  readonly review: number;
}

/** A plan that is always possible: with a date, it holds what fits by then. */
export interface Plan extends Fit {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly totals: Totals;
  readonly finish: Day | undefined;
  /** The date to be ready by; undefined when there is none, or it lies before the start. */
  readonly target: Day | undefined;
  /** Topics that the reader knows or leaves out. */
  readonly known: number;
  /** Prerequisites that are on none of the roadmaps and were left out. */
  readonly outside: number;
  /** What keeps the plan from being what was asked for, in sentences. */
  readonly errors: readonly string[];
}

/**
 * Computes a plan. The same request, content and day give the same plan.
 * @param today for what is said about dates that have passed.
 */
export function makePlan(request: PlanRequest, data: PlanData, today: Day): Plan {
  const { items: wanted, known, outside } = studyOrder(request, data);
  const fit = fitToDate(request, { data, items: wanted });
  const { blocks: all, finish, isEndless } = schedule(fit.items, request);
  const target = request.target !== undefined && request.target >= request.start ? request.target : undefined;
  const blocks = target === undefined ? all : all.filter(({ day }) => day <= target);
  const sumOf = (kind: Block['kind']) =>
    blocks.reduce((sum, block) => sum + (block.kind === kind ? block.halfHours : 0), 0);
  return {
    ...fit,
    title: titleOf(request, data),
    blocks,
    totals: { topic: sumOf('topic'), project: sumOf('project'), review: sumOf('review') },
    finish,
    target,
    known,
    outside,
    errors: planErrors(request, {
      data,
      today,
      wanted: wanted.length,
      fitting: fit.items.length,
      isEndless,
      known,
    }),
  };
}

/** "Backend and Databases", or the role that the plan is for. */
function titleOf(request: PlanRequest, data: PlanData): string {
  const role = data.roles.find(({ id }) => id === request.role);
  const titles = [
    ...(role
      ? [role]
      : roadmapsOf(request, data).flatMap((id) => data.roadmaps.filter((roadmap) => roadmap.id === id))),
    ...request.topics.flatMap((id) => data.topics.filter((topic) => topic.id === id)),
  ].map(({ title }) => title);
  return titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}` : (titles[0] ?? 'Nothing yet');
}
