import type { Card } from './card.ts';
import { isDue, memoryOf } from './memory.ts';
import { historyOf } from './queue.ts';
import type { Histories, Moment } from './review.ts';

/** Cards that wait for a review, and how many of them each topic has, the most first. A card may be of several topics. */
export interface Due {
  readonly cards: number;
  readonly topics: readonly { readonly topic: string; readonly cards: number }[];
}

/**
 * What is due of the cards that a reader has met: of the questions given, and of the checks, whose ids begin with their topic.
 */
export function dueByTopic(questions: readonly Card[], histories: Histories, now: Moment): Due {
  const checks = [...histories].flatMap(([id, history]) => {
    const end = id.indexOf('/');
    return end > 0 ? [{ history, topics: [id.slice(0, end)] }] : [];
  });
  const met = [...questions.map((card) => ({ history: historyOf(card, histories), topics: card.topics })), ...checks];
  const due = met.filter(({ history }) => {
    const memory = memoryOf(history);
    return memory !== undefined && isDue(memory, now);
  });
  const counts = new Map<string, number>();
  for (const topic of due.flatMap(({ topics }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return {
    cards: due.length,
    topics: [...counts]
      .map(([topic, cards]) => ({ topic, cards }))
      .toSorted((a, b) => b.cards - a.cards || (a.topic < b.topic ? -1 : 1)),
  };
}
