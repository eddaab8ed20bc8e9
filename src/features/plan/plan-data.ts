import type { Level } from '#content/level.ts';

/** How much a line needs a stop. must: it fails without; should: expected on the job; could: when you need it. */
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
}

export interface PlanStop {
  readonly topic: string;
  readonly need: Need;
}

/** A branch of a choice, by the roadmap whose phases it takes. */
export interface PlanBranch {
  readonly line: string;
  readonly stops: readonly PlanStop[];
}

export interface PlanPhase {
  readonly id: string;
  readonly title: string;
  readonly stops: readonly PlanStop[];
  readonly choice?: { readonly default: string; readonly branches: readonly PlanBranch[] } | undefined;
  /** The project that proves the phase. */
  readonly milestone?: string | undefined;
}

export interface PlanLine {
  readonly id: string;
  readonly title: string;
  readonly phases: readonly PlanPhase[];
}

export interface PlanRole {
  readonly id: string;
  readonly title: string;
  /** Roadmaps that lead to the role, the best first. */
  readonly lines: readonly string[];
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
  readonly lines: readonly PlanLine[];
  readonly roles: readonly PlanRole[];
  readonly projects: readonly PlanProject[];
  readonly former: { readonly topics: FormerIds; readonly lines: FormerIds; readonly roles: FormerIds };
}
