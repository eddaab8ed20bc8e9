import { levels } from '#content/level.ts';
import {
  branchItems,
  type Need,
  needs,
  type OutlinePart,
  type PlanData,
  type PlanRoadmap,
  type PlanTopic,
  type RoadmapItem,
} from './plan-data.ts';
import { nodesOf, pathTo } from './prerequisite-path.ts';
import type { PlanRequest } from './request.ts';

/** One thing to study or to build, at its place in the order. */
export interface PlanItem {
  readonly kind: 'topic' | 'project';
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly halfHours: number;
  /** Its sections and labs in order; empty for a project. */
  readonly outline: readonly OutlinePart[];
  /** From content/ids.lock; unlike the id it never changes. */
  readonly number: number;
  /** Titles of the roadmap and the phase that brought it in. */
  readonly roadmap: string;
  readonly phase: string;
  /** The strongest need of any chosen roadmap for it, or for a topic that has it as a prerequisite. */
  readonly need: Need;
  /** The topic that needs it, and why; undefined for topics that a chosen roadmap brings in by itself. */
  readonly neededFor: { readonly title: string; readonly why: string } | undefined;
}

/** Ids of the roadmaps of a request: those that it names, or else those of its role. */
export function roadmapsOf(
  request: Pick<PlanRequest, 'roadmaps' | 'role'>,
  data: Pick<PlanData, 'roles'>,
): readonly string[] {
  if (request.roadmaps.length > 0) return request.roadmaps;
  return data.roles.find(({ id }) => id === request.role)?.roadmaps ?? [];
}

/** Whether the plan can skip a topic: the reader knows it, leaves it out, or is past its level. */
export function isKnown({ id, level }: Pick<PlanTopic, 'id' | 'level'>, request: PlanRequest): boolean {
  const isBelow = request.level !== undefined && levels.indexOf(level) <= levels.indexOf(request.level);
  return request.known.has(id) || isBelow;
}

/**
 * The branch of a roadmap: the one that the request names, or else one that the plan includes anyway, as a chosen roadmap
 * or on another one, or else the roadmap's default.
 */
function branchOf({ id, branches = [] }: PlanRoadmap, request: PlanRequest): string | undefined {
  const taken = new Set([...request.roadmaps, ...request.branches.values()]);
  const named = branches.find((branch) => branch.id === request.branches.get(id));
  return (named ?? branches.find((branch) => taken.has(branch.id)) ?? branches[0])?.id;
}

/** How long a topic takes before an interview, in minutes: its text, its worked example and its questions. */
const interviewMinutes = 60;

/** How long a topic takes, and which parts of it. Before an interview, there's no time for its practice, which takes hours. */
function studyOf({ halfHours, outline }: PlanTopic, { goal }: PlanRequest): Pick<PlanItem, 'halfHours' | 'outline'> {
  if (goal !== 'interview' || outline.length === 0) return { halfHours, outline };
  const parts = outline.filter(([title, , lab]) => lab !== undefined || title !== 'Practice');
  const labs = parts.reduce((sum, [, minutes, lab]) => sum + (lab === undefined ? 0 : minutes), 0);
  return { halfHours: Math.min(halfHours, Math.ceil((interviewMinutes + labs) / 30)), outline: parts };
}

/**
 * Puts everything that a request asks for in the order of study: roadmap by roadmap, phase by phase, topic by topic,
 * each topic once. A prerequisite that hasn't come yet goes right before the topic that needs it, if the roadmaps have it
 * or the request includes the ones they don't have. A roadmap's project comes at its end. Topics that the reader knows are
 * left out, with the prerequisites that only they need.
 */
export function studyOrder(request: PlanRequest, data: PlanData) {
  const topics = new Map(data.topics.map((topic) => [topic.id, topic]));
  const phases = phasesOf(request, data);
  const listed = listedTopics(request, data);
  const found = { known: new Set<string>(), outside: new Set<string>() };
  const items = new Map<string, PlanItem>();
  const add = (id: string, place: Place): void => {
    const topic = topics.get(id);
    if (!topic) return;
    if (isKnown(topic, request)) {
      found.known.add(id);
      return;
    }
    const before = items.get(`topic ${id}`);
    if (before && needs.indexOf(before.need) <= needs.indexOf(place.need)) return;
    for (const { topic: needed, why } of topic.prerequisites) {
      const prerequisite = topics.get(needed);
      if (!prerequisite) continue;
      if (listed.has(needed)) add(needed, { ...place, neededFor: { title: topic.title, why } });
      else if (!isKnown(prerequisite, request)) found.outside.add(needed);
    }
    const { title, address, numbers } = topic;
    const { halfHours, outline } = studyOf(topic, request);
    const item = before ?? { kind: 'topic', id, title, address, halfHours, outline, number: numbers[0] ?? 0, ...place };
    items.set(`topic ${id}`, { ...item, need: place.need });
  };
  for (const { roadmap, phase, items: own } of phases) {
    const place = { roadmap: roadmap.title, phase: phase.title, neededFor: undefined };
    for (const { topic, need } of own) add(topic, { ...place, need });
    const isLast = phase === roadmap.phases.at(-1);
    const project = isLast && request.hasProjects && data.projects.find(({ id }) => id === roadmap.capstone);
    const isOpen = phases.some(
      (each) => each.roadmap === roadmap && each.items.some(({ topic }) => items.has(`topic ${topic}`)),
    );
    if (project && isOpen && !items.has(`project ${project.id}`))
      items.set(`project ${project.id}`, { kind: 'project', ...project, outline: [], ...place, need: 'should' });
  }
  for (const id of request.topics) {
    const phase = topics.get(id)?.title ?? '';
    add(id, { roadmap: 'Single topics', phase, need: 'must', neededFor: undefined });
  }
  return {
    items: [...items.values()],
    /** Topics that the reader knows or leaves out. */
    known: found.known.size,
    /** Direct prerequisites that are on none of the roadmaps, where the request leaves those out. */
    outside: found.outside.size,
  };
}

/** Topics that a plan may hold: all, or those of its roadmaps and what its single topics build on. */
function listedTopics(request: PlanRequest, data: PlanData): { readonly has: (id: string) => boolean } {
  if (request.hasPrerequisites) return { has: () => true };
  const known = new Set(data.topics.filter((topic) => isKnown(topic, request)).map(({ id }) => id));
  const listed = phasesOf(request, data).flatMap(({ items }) => items.map(({ topic }) => topic));
  return new Set([...listed, ...pathTo(nodesOf(data.topics), { targets: request.topics, known })]);
}

type Place = Pick<PlanItem, 'roadmap' | 'phase' | 'need' | 'neededFor'>;

/** The phases of the roadmaps of a request in order, with the topics that the request includes. */
function phasesOf(request: PlanRequest, data: PlanData) {
  const isIncluded = ({ need }: RoadmapItem) => needs.indexOf(need) <= needs.indexOf(request.need);
  return roadmapsOf(request, data).flatMap((id) =>
    data.roadmaps
      .filter((roadmap) => roadmap.id === id)
      .flatMap((roadmap) => {
        const branch = branchOf(roadmap, request);
        return roadmap.phases.map((phase) => {
          const items = [...phase.items, ...branchItems(phase, branch)].filter(isIncluded);
          return { roadmap, phase, items };
        });
      }),
  );
}
