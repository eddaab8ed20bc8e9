import type { LabWork } from '#features/labs/index.ts';
import { type Card, labCardId } from './card.ts';
import { type Memory, recallOn, type Start } from './memory.ts';
import { type KnownCard, knownCards } from './queue.ts';
import type { Histories, Moment } from './review.ts';

/** The direct prerequisites of each topic. */
export type Prerequisites = Readonly<Record<string, readonly string[]>>;

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

type Met = KnownCard & { readonly memory: Memory };

/**
 * An answer about a topic says something of what the topic builds on. After a success, cards of its prerequisites
 * come back a quarter of their interval later at the earliest, which moves only those that were due soon, and none by more
 * than half of its interval: they were just used, but not asked. After a failure, the least remembered card of its
 * prerequisites comes back on the next day. Only dates move, and they are computed anew from the reviews each time, so
 * taking an answer back takes this back too.
 *
 * The first half is a small part of Fractional Implicit Repetition: J. Skycak, "Optimized, Individualized Spaced
 * Repetition in Hierarchical Knowledge Structures" (2023),
 * https://www.justinmath.com/individualized-spaced-repetition-in-hierarchical-knowledge-structures/. The figures are ours.
 */
export function withPrerequisites(known: readonly KnownCard[], prerequisites: Prerequisites): readonly KnownCard[] {
  const met = known.filter((each): each is Met => each.memory !== undefined);
  const used = new Map<string, number>();
  const forward = new Map<KnownCard, number>();
  for (const { card, memory } of met) {
    const topics = prerequisites[card.topics[0] ?? ''] ?? [];
    if (memory.lastGrade === 1) bringForward(met.filter(isAbout(topics)), memory.lastDay, forward);
    else for (const topic of topics) used.set(topic, Math.max(memory.lastDay, used.get(topic) ?? 0));
  }
  return known.map((each) => {
    const { card, memory } = each;
    if (!memory) return each;
    const day = forward.get(each);
    const due = day === undefined ? pushedBack(memory, used.get(card.topics[0] ?? '')) : Math.min(memory.due, day);
    return due === memory.due ? each : { card, memory: { ...memory, due } };
  });
}

const isAbout =
  (topics: readonly string[]) =>
  ({ card }: KnownCard) =>
    topics.includes(card.topics[0] ?? '');

/** Notes the card that is least remembered on the day of a failure, unless one of them was asked since. */
function bringForward(cards: readonly Met[], day: number, forward: Map<KnownCard, number>): void {
  if (cards.some(({ memory }) => memory.lastDay > day)) return;
  const before = cards.filter(({ memory }) => memory.lastDay < day);
  const [weakest] = before.toSorted((a, b) => recallOn(day, a.memory) - recallOn(day, b.memory));
  if (weakest) forward.set(weakest, day + 1);
}

function pushedBack({ due, lastDay }: Memory, usedOn: number | undefined): number {
  if (usedOn === undefined) return due;
  const interval = due - lastDay;
  return Math.max(due, Math.min(usedOn + Math.ceil(interval / 4), due + Math.ceil(interval / 2)));
}
