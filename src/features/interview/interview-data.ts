import type { Level } from '#content/level.ts';

/** 2: its main topic is one that the role needs; 1: another of its topics is; 0: neither, though the role is asked it. */
export type Closeness = 0 | 1 | 2;

/** A question as preparation picks it. */
export interface PrepQuestion {
  readonly id: string;
  readonly title: string;
  readonly kind: 'concept' | 'design-challenge' | 'coding' | 'behavioral';
  readonly level: Level;
  /** How close it is to each role whose interviews ask it. */
  readonly roles: Readonly<Record<string, Closeness>>;
  /** The id of the area of its main topic. */
  readonly area: string;
  /** How often it is asked: 0 is most often. */
  readonly rank: number;
  /** The area of the language that it is about; empty for none. */
  readonly language: string;
}

export interface PrepLab {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly level: Level;
  readonly minutes: number;
  readonly engine: 'js' | 'sql' | 'python';
}

/** `/interview/data.json`. */
export interface InterviewData {
  readonly questions: readonly PrepQuestion[];
  readonly labs: readonly PrepLab[];
  readonly areas: Readonly<Record<string, string>>;
}
