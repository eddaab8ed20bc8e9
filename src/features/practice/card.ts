import type { Level } from '#content/level.ts';
import { hashOf } from '#lib/hash.ts';

/** What sort of answer a question wants, in the order of an interview: warm up with concepts, end with what you did at work. */
export const questionKinds = ['concept', 'coding', 'design-challenge', 'behavioral'] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** What comes back to a reader: a question, a check or a prediction of a topic, or a lab, as the files in `/practice/` hold them. */
export interface Card {
  /** The key of the reader's reviews: the id of a question; for anything else the id of its topic or lab, a slash and more. */
  readonly id: string;
  readonly kind: QuestionKind | 'check' | 'prediction' | 'lab';
  readonly front: string;
  readonly back: string;
  /** Where the whole answer stands, for the folder that the site is built for. */
  readonly address: string;
  readonly level: Level;
  /** The area of its main topic. */
  readonly area: string;
  /** The area of the language that it is about; left out where it is about none. */
  readonly language?: string | undefined;
  /** Ids of roles whose interviews ask it; for a check, of roles that ask for its topic. */
  readonly roles: readonly string[];
  /** Ids of topics that hold the knowledge, the main one first. */
  readonly topics: readonly string[];
  /** Ids under which earlier reviews may be stored. */
  readonly formerIds: readonly string[];
  /** For a prediction: the code whose output is predicted, and what the reader chooses from; none when the reader types. */
  readonly sample?: { readonly code: string; readonly choices: readonly string[] };
  /** For a lab: how long it takes. */
  readonly minutes?: number;
}

/** What a mock interview adds to a question: how its answer is judged. */
export interface Rubric {
  readonly id: string;
  readonly title: string;
  /** The answer in one sentence. */
  readonly summary: string;
  readonly weak: string;
  readonly good: string;
  readonly strong: string;
}

/** The id of a topic's check. A check that asks something else is another card; moving it on the page changes nothing. */
export function checkId(topicId: string, ask: string): string {
  return `${topicId}/${hashOf(ask).toString(36).padStart(7, '0')}`;
}

/** The id of a topic's prediction. A sample that prints something else is another card. */
export function predictionId(topicId: string, output: string): string {
  return `${topicId}/p${(hashOf(output) % 36 ** 6).toString(36).padStart(6, '0')}`;
}

/** The id of a lab's card: of the same form as the others, so that older versions read what is stored. */
export const labCardId = (labId: string) => `${labId}/labwork`;

/** Which file has a card. The hash of a check begins with 0 or 1. */
export function fileOf(id: string): 'cards' | 'checks' | 'predictions' | 'labs' {
  if (!id.includes('/')) return 'cards';
  if (id.endsWith('/labwork')) return 'labs';
  return id.includes('/p') ? 'predictions' : 'checks';
}
