import { countText, dateText } from '#lib/wording.ts';
import { type Day, dateOf } from './day.ts';
import { linesOf } from './order.ts';
import type { PlanData } from './plan-data.ts';
import type { PlanRequest } from './request.ts';

interface Circumstances {
  readonly data: PlanData;
  readonly today: Day;
  readonly isEmpty: boolean;
  readonly isEndless: boolean;
  readonly known: number;
}

/** What is impossible or doubtful about a request, each in a sentence that says what to change. */
export function complaints(request: PlanRequest, circumstances: Circumstances): readonly string[] {
  return [
    ...unknownIds(request, circumstances.data),
    ...dates(request, circumstances),
    ...work(request, circumstances),
  ];
}

function unknownIds(request: PlanRequest, data: PlanData): string[] {
  const has = (list: readonly { readonly id: string }[], id: string) => list.some((entry) => entry.id === id);
  const lost = (kind: string, ids: readonly string[]) =>
    ids.map((id) => `There is no ${kind} “${id}” on this site. The rest of the plan stands.`);
  const branches = [...request.branches].filter(([choice, branch]) => {
    const [lineId, phaseId] = choice.split('.');
    const line = data.lines.find(({ id }) => id === lineId);
    const phase = line?.phases.find(({ id }) => id === phaseId);
    return phase && !phase.choice?.branches.some((other) => other.line === branch);
  });
  return [
    ...lost('role', request.role && !has(data.roles, request.role) ? [request.role] : []),
    ...lost(
      'roadmap',
      linesOf(request, data).filter((id) => !has(data.lines, id)),
    ),
    ...lost(
      'topic',
      request.topics.filter((id) => !has(data.topics, id)),
    ),
    ...branches.map(([, branch]) => `“${branch}” is not a branch of its choice any more; the usual branch is taken.`),
  ];
}

function dates({ start, target }: PlanRequest, { today }: Circumstances): string[] {
  const text = (day: Day) => dateText(dateOf(day));
  return [
    ...(start < today
      ? [`The plan starts on ${text(start)}, ${countText(today - start, 'day')} ago. Its first blocks have passed.`]
      : []),
    ...(target !== undefined && target < start
      ? [`The target, ${text(target)}, lies before the start. No plan can meet it.`]
      : target !== undefined && target < today
        ? [`The target, ${text(target)}, has passed.`]
        : []),
  ];
}

function work(request: PlanRequest, { data, isEmpty, isEndless, known }: Circumstances): string[] {
  if (linesOf(request, data).length === 0 && request.topics.length === 0) return [];
  if (isEmpty) {
    return [
      known > 0
        ? 'You know everything on these lines already. Choose a further line.'
        : 'There is nothing to study in this: its stops are not written yet, or are left out by what you chose.',
    ];
  }
  if (request.week.every((halves) => halves === 0))
    return ['The week has no hours, so nothing can be planned. Give at least one day half an hour.'];
  return isEndless
    ? [
        'With these hours the plan would take more than twenty years; only the first twenty are shown. Add hours, or choose less.',
      ]
    : [];
}
