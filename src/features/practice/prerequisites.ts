import { type Memory, recallOn } from './memory.ts';
import type { KnownCard } from './queue.ts';

/** The direct prerequisites of each topic. */
export type Prerequisites = Readonly<Record<string, readonly string[]>>;

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
