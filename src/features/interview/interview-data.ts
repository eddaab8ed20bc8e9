import type { Level } from '#content/level.ts';

/** A question as preparation picks it. */
export interface PrepQuestion {
  readonly id: string;
  readonly title: string;
  readonly kind: 'concept' | 'design-challenge' | 'coding' | 'behavioral';
  readonly level: Level;
  readonly roles: readonly string[];
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
