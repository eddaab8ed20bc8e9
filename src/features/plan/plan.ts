import { countText, dateText } from '#lib/wording.ts';
import { type Day, dateOf } from './day.ts';
import { type Fit, fitToDate } from './fit.ts';
import { roadmapsOf, studyOrder } from './order.ts';
import type { PlanData } from './plan-data.ts';
import type { PlanRequest } from './request.ts';
import { type Block, schedule } from './schedule.ts';

/** A plan that can always be followed: if it has a date, it holds what fits by then. */
export interface Plan extends Fit {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** Half hours of each kind of block. */
  readonly totals: Readonly<Record<Block['kind'], number>>;
  readonly finish: Day | undefined;
  /** The date to be ready by; undefined if there is none, or it is before the start. */
  readonly target: Day | undefined;
  /** Topics that the reader knows or leaves out. */
  readonly known: number;
  /** Prerequisites that are on none of the roadmaps and were left out. */
  readonly outside: number;
  /** What is impossible or doubtful about the request, each in a sentence that says what to change. */
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
    errors: [
      ...unknownIds(request, data),
      ...dates(request, today),
      ...work(request, { data, wanted: wanted.length, fitting: fit.items.length, isEndless, known }),
    ],
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

function unknownIds(request: PlanRequest, data: PlanData): string[] {
  const lost = (kind: string, ids: readonly string[], list: readonly { readonly id: string }[]) =>
    ids
      .filter((id) => !list.some((entry) => entry.id === id))
      .map((id) => `There is no ${kind} “${id}” on this site. The rest of the plan hasn’t changed.`);
  const branches = [...request.branches].filter(([roadmapId, branch]) => {
    const roadmap = data.roadmaps.find(({ id }) => id === roadmapId);
    return roadmap?.branches && !roadmap.branches.some(({ id }) => id === branch);
  });
  return [
    ...lost('role', request.role ? [request.role] : [], data.roles),
    ...lost('roadmap', roadmapsOf(request, data), data.roadmaps),
    ...lost('topic', request.topics, data.topics),
    ...branches.map(
      ([, branch]) => `“${branch}” is not a branch of its roadmap anymore, so the default branch is used.`,
    ),
  ];
}

function dates({ start, target }: PlanRequest, today: Day): string[] {
  const text = (day: Day) => dateText(dateOf(day));
  return [
    start < today && `This plan started on ${text(start)}, ${countText(today - start, 'day')} ago.`,
    target !== undefined &&
      target < start &&
      `The date ${text(target)} lies before the start, so this plan has no date to be ready by.`,
    target !== undefined && target >= start && target < today && `The date ${text(target)} has passed.`,
  ].filter((sentence) => sentence !== false);
}

/** How many items were asked for, how many of them there is time for, and how many topics are known. */
interface WorkContext {
  readonly data: PlanData;
  readonly wanted: number;
  readonly fitting: number;
  readonly isEndless: boolean;
  readonly known: number;
}

function work(request: PlanRequest, { data, wanted, fitting, isEndless, known }: WorkContext): string[] {
  if (roadmapsOf(request, data).length === 0 && request.topics.length === 0) return [];
  if (wanted === 0) {
    return [
      known > 0
        ? 'You know everything in this already. Choose another roadmap or topic.'
        : 'There is nothing to study here: its topics aren’t written yet, or your choices leave them out.',
    ];
  }
  if (request.week.every((halfHours) => halfHours === 0))
    return ['You chose no hours, so nothing can be planned. Choose at least one day and one hour.'];
  if (fitting === 0) return ['There is no time to study before that date. Choose a later date or more days.'];
  return isEndless
    ? [
        'With these hours, the plan would take more than twenty years, so only the first twenty are shown. Add hours, or choose less.',
      ]
    : [];
}

/** Which topics of a plan should be finished by a day, and which are, by their ids. */
export type PlannedAndDone = ReturnType<typeof plannedAndDone>;

/** Compares a plan with the topics that are done. */
export function plannedAndDone(
  { items, blocks }: Pick<Plan, 'items' | 'blocks'>,
  { done, today }: { readonly done: ReadonlySet<string>; readonly today: Day },
) {
  const topics = items.flatMap(({ kind, id }) => (kind === 'topic' ? [id] : []));
  const lastDay = new Map(
    blocks.flatMap(({ kind, items: [item], day }) => (kind === 'topic' && item ? [[item.id, day]] : [])),
  );
  const planned = topics.filter((id) => (lastDay.get(id) ?? Number.POSITIVE_INFINITY) < today);
  return {
    /** Those whose last session is before the day. */
    planned,
    done: topics.filter((id) => done.has(id)),
    behind: planned.filter((id) => !done.has(id)),
    total: topics.length,
  };
}
