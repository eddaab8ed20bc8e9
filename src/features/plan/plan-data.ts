import type { Level } from '#content/level.ts';

/** How much a roadmap needs a topic. must: required; should: expected on the job; could: for when you need it. */
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
  readonly halfHours: number;
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

export interface PlanPhase {
  readonly title: string;
  readonly items: readonly RoadmapItem[];
  /** Topics that only one branch has. */
  readonly branches?: readonly { readonly id: string; readonly items: readonly RoadmapItem[] }[] | undefined;
}

export interface PlanRoadmap {
  readonly id: string;
  readonly title: string;
  readonly phases: readonly PlanPhase[];
  /** The branches to choose from, the default first. */
  readonly branches?: readonly { readonly id: string; readonly title: string }[] | undefined;
  /** The project that proves the roadmap. */
  readonly capstone?: string | undefined;
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
  readonly halfHours: number;
}

/** Former ids with the present ones. */
export type FormerIds = readonly (readonly [former: string, present: string])[];

/** Everything that the planner knows about the content; a browser loads it as JSON. */
export interface PlanData {
  readonly topics: readonly PlanTopic[];
  readonly roadmaps: readonly PlanRoadmap[];
  readonly roles: readonly PlanRole[];
  readonly projects: readonly PlanProject[];
  readonly former: { readonly topics: FormerIds; readonly roadmaps: FormerIds; readonly roles: FormerIds };
}

/** The topics of a phase that only one branch has. */
export const branchItems = ({ branches = [] }: PlanPhase, branch: string | undefined): readonly RoadmapItem[] =>
  branches.find(({ id }) => id === branch)?.items ?? [];
