import type { Level } from '#content/level.ts';
import { hashOf } from '#lib/hash.ts';

/** A card to practice: an interview question, or a check of a topic, as `/practice/cards.json` and `checks.json` hold it. */
export interface Card {
  /** The question's id, or for a check `topic/hash of what it asks`. Keys the reader's reviews. */
  readonly id: string;
  readonly kind: 'concept' | 'design-challenge' | 'coding' | 'behavioral' | 'check';
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
