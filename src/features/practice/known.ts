import type { LabWork } from '#features/labs/index.ts';
import { type Card, labCardId } from './card.ts';
import type { Start } from './memory.ts';
import { type Prerequisites, withPrerequisites } from './prerequisites.ts';
import { type KnownCard, knownCards } from './queue.ts';
import type { Histories, Moment } from './review.ts';

/** What a reader may be asked, and which topics build on which. */
export interface CardSet {
  readonly cards: readonly Card[];
  readonly prerequisites: Prerequisites;
}

/** Days until a passed lab comes back, by the most help that the reader took. */
const daysAfter = { none: 14, hint: 7, lines: 4, solution: 2 } as const;

/** All cards with what the reviews, the passed labs, and answers about dependent topics say of them. */
export function knownOf(
  { cards, prerequisites }: CardSet,
  { histories, labs, now }: { histories: Histories; labs: LabWork; now: Moment },
): readonly KnownCard[] {
  return withPrerequisites(knownCards(cards, histories, labStarts(labs, now.offset)), prerequisites);
}

/** How the cards of passed labs begin, by their ids. */
function labStarts(labs: LabWork, offset: number): ReadonlyMap<string, Start> {
  const passed = [...labs].filter(([, { passedAt }]) => passedAt > 0);
  return new Map(
    passed.map(([id, { passedAt, help }]) => [
      labCardId(id),
      { at: passedAt, offset, days: daysAfter[help ?? 'none'] },
    ]),
  );
}
