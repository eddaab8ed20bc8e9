import type { Card } from './card.ts';
import { isDue } from './memory.ts';
import { knownCards } from './queue.ts';
import type { Histories, Moment } from './review.ts';

/** Cards that wait for a review, and how many of them each topic has, the most first. A card may be of several topics. */
export interface Due {
  readonly cards: number;
  readonly topics: readonly { readonly topic: string; readonly cards: number }[];
}

/** What is due of the given cards. Reviews of cards that no longer exist count for nothing: no one could answer those. */
export function dueByTopic(cards: readonly Card[], histories: Histories, now: Moment): Due {
  const due = knownCards(cards, histories).filter(({ memory }) => memory && isDue(memory, now));
  const counts = new Map<string, number>();
  for (const topic of due.flatMap(({ card }) => card.topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return {
    cards: due.length,
    topics: [...counts]
      .map(([topic, cards]) => ({ topic, cards }))
      .toSorted((a, b) => b.cards - a.cards || (a.topic < b.topic ? -1 : 1)),
  };
}
