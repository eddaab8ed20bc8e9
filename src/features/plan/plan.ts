import { complaints } from './complaints.ts';
import type { Day } from './day.ts';
import { judge, type Verdict } from './feasibility.ts';
import { linesOf, type PlanItem, studyOrder } from './order.ts';
import type { PlanData } from './plan-data.ts';
import type { PlanRequest } from './request.ts';
import { type Block, schedule } from './schedule.ts';

/** Half hours by what they go to. */
interface Totals {
  readonly topic: number;
  readonly project: number;
  readonly review: number;
}

export interface Plan {
  readonly title: string;
  readonly items: readonly PlanItem[];
  readonly blocks: readonly Block[];
  readonly totals: Totals;
  readonly finish: Day | undefined;
  readonly verdict: Verdict;
  /** Distinct stops that nobody has written yet, and stops that the reader knows or leaves out. */
  readonly unwritten: number;
  readonly known: number;
  /** What keeps the plan from being what was asked for, in sentences. */
  readonly complaints: readonly string[];
}

/**
 * Computes a plan. The same request, content and day give the same plan.
 * @param today for what is said about dates that have passed.
 */
export function makePlan(request: PlanRequest, data: PlanData, today: Day): Plan {
  const { items, unwritten, known } = studyOrder(request, data);
  const { blocks, finish, isEndless } = schedule(items, request);
  const sumOf = (kind: Block['kind']) =>
    blocks.reduce((sum, block) => sum + (block.kind === kind ? block.halves : 0), 0);
  return {
    title: titleOf(request, data),
    items,
    blocks,
    totals: { topic: sumOf('topic'), project: sumOf('project'), review: sumOf('review') },
    finish,
    verdict: judge(request, { data, items, finish }),
    unwritten,
    known,
    complaints: complaints(request, { data, today, isEmpty: items.length === 0, isEndless, known }),
  };
}

/** "Backend and Databases", or the role that the plan is for. */
function titleOf(request: PlanRequest, data: PlanData): string {
  const role = data.roles.find(({ id }) => id === request.role);
  const titles = [
    ...linesOf(request, data).flatMap((id) => data.lines.filter((line) => line.id === id)),
    ...request.topics.flatMap((id) => data.topics.filter((topic) => topic.id === id)),
  ].map(({ title }) => title);
  if (role) return role.title;
  return titles.length > 1 ? `${titles.slice(0, -1).join(', ')} and ${titles.at(-1)}` : (titles[0] ?? 'Nothing yet');
}
