import type { Card } from '#features/practice/card.ts';
import type { Histories, Review } from '#features/practice/review.ts';

export const day = 86_400_000;

/** A card that says nothing but what a test needs. */
export function cardOf(id: string, more: Partial<Card> = {}): Card {
  const rest = { kind: 'concept', level: 'beginner', area: '', roles: [], topics: [], formerIds: [] } as const;
  return { id, front: `${id}?`, back: id, address: `/questions/${id}/`, ...rest, ...more };
}

/** The reviews of cards, by their ids. */
export const historiesOf = (reviews: Readonly<Record<string, readonly Review[]>>): Histories =>
  new Map(Object.entries(reviews));
