import type { Level } from '#content/level.ts';
import type { CountedStop } from '#features/progress/index.ts';

/** How much a roadmap needs a topic. must: it fails without; should: expected on the job; could: when you need it. */
export const needs = ['must', 'should', 'could'] as const;

export type Need = (typeof needs)[number];

/** A published topic as the planner needs it. */
export interface PlanTopic {
  readonly id: string;
  /** Numbers from content/ids.lock, the oldest first; a topic that took over other ids has theirs too. */
  readonly numbers: readonly number[];
  readonly title: string;
  readonly address: string;
  readonly level: Level;
  /** The middle of our estimate, in whole half hours. */
  readonly halves: number;
  readonly prerequisites: readonly { readonly topic: string; readonly why: string }[];
  /** Its sections and labs in the order of the page. */
  readonly outline: readonly OutlinePart[];
}

/** A section of a topic with the minutes to read it, or a lab with the minutes to do it and its address. */
export type OutlinePart = readonly [title: string, minutes: number, lab?: string];

export interface RoadmapItem {
  readonly topic: string;
  readonly need: Need;
}

/** A branch of a choice, by the roadmap whose phases it takes. */
export interface PlanBranch {
  readonly roadmap: string;
  readonly items: readonly RoadmapItem[];
}

export interface PlanPhase {
  readonly id: string;
  readonly title: string;
  readonly items: readonly RoadmapItem[];
  readonly choice?: { readonly default: string; readonly branches: readonly PlanBranch[] } | undefined;
  /** The project that proves the phase. */
  readonly milestone?: string | undefined;
}

export interface PlanRoadmap {
  readonly id: string;
  readonly title: string;
  readonly phases: readonly PlanPhase[];
}

export interface PlanRole {
  readonly id: string;
  readonly title: string;
  /** Roadmaps that lead to the role, the best first. */
  readonly roadmaps: readonly string[];
  /** Topics that the role asks for up to senior level, written or not. */
  readonly topics: readonly string[];
}

interface PlanProject {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly address: string;
  readonly halves: number;
}

/** Former ids with the present ones, by kind. */
export type FormerIds = readonly (readonly [former: string, present: string])[];

/** Everything that the planner knows of the content; a browser loads it as JSON. */
export interface PlanData {
  readonly topics: readonly PlanTopic[];
  readonly roadmaps: readonly PlanRoadmap[];
  readonly roles: readonly PlanRole[];
  readonly projects: readonly PlanProject[];
  readonly former: { readonly topics: FormerIds; readonly roadmaps: FormerIds; readonly roles: FormerIds };
}

/** The written stops of a line as they are counted: the trunk, and each branch, those of default branches first. */
export interface LineStops {
  readonly trunk: readonly CountedStop[];
  readonly branches: readonly (readonly CountedStop[])[];
}

/** The written stops of a line with their hours, each once on the trunk and once on each branch. */
export function lineStops({ phases }: PlanRoadmap, topics: ReadonlyMap<string, PlanTopic>): LineStops {
  const count = (items: readonly RoadmapItem[]) =>
    [...new Set(items.map(({ topic }) => topic))].flatMap((id): CountedStop[] => {
      const topic = topics.get(id);
      return topic ? [{ id, hours: topic.halves / 2 }] : [];
    });
  const branches = phases.flatMap(({ choice }) =>
    (choice?.branches ?? []).map(({ roadmap, items }) => ({ items, isDefault: roadmap === choice?.default })),
  );
  return {
    trunk: count(phases.flatMap(({ items }) => items)),
    branches: branches.toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault)).map(({ items }) => count(items)),
  };
}
