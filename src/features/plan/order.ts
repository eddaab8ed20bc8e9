import { levels } from '#content/level.ts';
import {
  type Need,
  needs,
  type PlanBranch,
  type PlanData,
  type PlanLine,
  type PlanPhase,
  type PlanStop,
  type PlanTopic,
} from './plan-data.ts';
import type { PlanRequest } from './request.ts';

/** One thing to study or to build, at its place in the order. */
export interface PlanItem {
  readonly kind: 'topic' | 'project';
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly halves: number;
  /** From content/ids.lock; unlike the id it never changes. */
  readonly number: number;
  /** Titles of the line and the phase that brought it in. */
  readonly line: string;
  readonly phase: string;
  /** The strongest need of any chosen line for it, or for a topic that has it as a prerequisite. */
  readonly need: Need;
  /** Set where no chosen line stops there yet: the topic that needs it, and why. */
  readonly neededFor: { readonly title: string; readonly why: string } | undefined;
}

export interface StudyOrder {
  readonly items: readonly PlanItem[];
  /** Distinct stops that nobody has written yet, and stops that the reader knows or leaves out. */
  readonly unwritten: number;
  readonly known: number;
}

/** Ids of the roadmaps that a request travels: those that it names, or else those of its role. */
export function linesOf(
  request: Pick<PlanRequest, 'lines' | 'role'>,
  data: Pick<PlanData, 'roles'>,
): readonly string[] {
  if (request.lines.length > 0) return request.lines;
  return data.roles.find(({ id }) => id === request.role)?.lines ?? [];
}

/** Whether a topic needs no study: the reader knows it, leaves it out, or is past its level. */
export function isKnown({ id, level }: Pick<PlanTopic, 'id' | 'level'>, request: PlanRequest): boolean {
  const isBelow = request.level !== undefined && levels.indexOf(level) <= levels.indexOf(request.level);
  return request.known.has(id) || isBelow;
}

/**
 * The branch of a choice: what the request names, or a branch that the plan takes anyway
 * because it is a chosen line or was taken at an earlier choice, or the line's own default.
 */
function branchOf(line: PlanLine, phase: PlanPhase, request: PlanRequest): PlanBranch | undefined {
  const { branches = [], default: usual } = phase.choice ?? {};
  const named = request.branches.get(`${line.id}.${phase.id}`);
  const taken = new Set([...request.lines, ...request.branches.values()]);
  return (
    branches.find((branch) => branch.line === named) ??
    branches.find((branch) => taken.has(branch.line)) ??
    branches.find((branch) => branch.line === usual)
  );
}

/**
 * Puts everything that a request asks for in the order of study: line by line, phase by phase, stop by stop,
 * each topic once. A prerequisite that has not come yet stands right before the topic that needs it,
 * and a phase's project at its end. What the reader knows is left out, and so is what only that would need.
 */
export function studyOrder(request: PlanRequest, data: PlanData): StudyOrder {
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  const items = new Map<string, PlanItem>();
  const passed = { unwritten: new Set<string>(), known: new Set<string>() };
  const add = (id: string, place: Pick<PlanItem, 'line' | 'phase' | 'need' | 'neededFor'>): void => {
    const topic = topics.get(id);
    if (!topic) passed.unwritten.add(id);
    else if (isKnown(topic, request)) passed.known.add(id);
    if (!topic || isKnown(topic, request)) return;
    const before = items.get(`topic ${id}`);
    if (before && needs.indexOf(before.need) <= needs.indexOf(place.need)) return;
    for (const { topic: needed, why } of topic.prerequisites)
      if (topics.has(needed)) add(needed, { ...place, neededFor: { title: topic.title, why } });
    const { title, address, halves, numbers } = topic;
    const item = before ?? { kind: 'topic', id, title, address, halves, number: numbers[0] ?? 0, ...place };
    items.set(`topic ${id}`, { ...item, need: place.need });
  };
  const isIncluded = ({ need }: PlanStop) => needs.indexOf(need) <= needs.indexOf(request.need);
  const lines = linesOf(request, data).flatMap((id) => data.lines.filter((line) => line.id === id));
  for (const line of lines) {
    for (const phase of line.phases) {
      const stops = [...phase.stops, ...(branchOf(line, phase, request)?.stops ?? [])].filter(isIncluded);
      const place = { line: line.title, phase: phase.title, neededFor: undefined };
      for (const { topic, need } of stops) add(topic, { ...place, need });
      const project = data.projects.find(({ id }) => id === phase.milestone);
      const isOpen = stops.some(({ topic }) => items.has(`topic ${topic}`));
      if (project && isOpen && request.hasProjects && !items.has(`project ${project.id}`))
        items.set(`project ${project.id}`, { kind: 'project', ...project, ...place, need: 'should' });
    }
  }
  for (const id of request.topics)
    add(id, { line: 'Single topics', phase: topics.get(id)?.title ?? '', need: 'must', neededFor: undefined });
  return { items: [...items.values()], unwritten: passed.unwritten.size, known: passed.known.size };
}
