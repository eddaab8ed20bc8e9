import type { Card } from './card.ts';
import { isDue, type Memory, memoryOf, recallOn } from './memory.ts';
import { dayOf, type Histories, type Moment, mergeHistories, type Review } from './review.ts';
import type { Settings } from './settings.ts';

/** A card with what is known about it. */
export interface KnownCard {
  readonly card: Card;
  readonly memory: Memory | undefined;
}

/** The cards of one session, in the order to take them, and the counts that the reader sees. */
export interface Queue {
  readonly cards: readonly KnownCard[];
  /** Due cards that wait for another day, because today has enough. */
  readonly waiting: number;
  /** Days until nothing waits any more, at the daily limit and with no new cards; 0 when nothing waits. */
  readonly daysToCatchUp: number;
  /** Whether a card was answered today, of this deck or another. */
  readonly hasBegun: boolean;
  /** Cards that come back on the next local day that has any. */
  readonly next: { readonly day: number; readonly cards: number } | undefined;
}

/** The reviews of a card, under its id and the ids it had before. */
export function historyOf(card: Card, histories: Histories): readonly Review[] {
  const own = histories.get(card.id) ?? none;
  return card.formerIds.reduce((history, former) => {
    const earlier = histories.get(former);
    if (!earlier) return history;
    return mergeHistories(new Map([[card.id, history]]), new Map([[card.id, earlier]])).get(card.id) ?? history;
  }, own);
}

const none: readonly Review[] = [];

/** The cards of a deck with their memories. */
export function knownCards(cards: readonly Card[], histories: Histories): readonly KnownCard[] {
  return cards.map((card) => ({ card, memory: memoryOf(historyOf(card, histories)) }));
}

type Answered = readonly { readonly memory: Memory | undefined }[];

/**
 * Builds the queue: due cards, the best remembered first, then new ones in the order given.
 * After a pause nothing is counted against the reader: the day keeps its limit, the rest waits, and new cards wait too.
 * The best remembered come first, because of those the most is saved by being on time.
 * @param answered all cards of all decks, from which today's share of the limits is counted.
 * @param more how many cards the reader asks for, whatever the limits of the day.
 */
export function buildQueue(
  known: readonly KnownCard[],
  {
    now,
    settings,
    answered = known,
    more,
  }: { now: Moment; settings: Settings; answered?: Answered; more?: number | undefined },
): Queue {
  const today = dayOf(now);
  const met = answered.flatMap(({ memory }) => (memory?.lastDay === today ? [memory] : []));
  const metNew = met.filter(({ firstDay }) => firstDay === today).length;
  const due = known.filter(({ memory }) => memory && isDue(memory, now)).toSorted(byRecallOn(today));
  const room = more ?? Math.max(0, settings.perDay - met.length);
  const waiting = Math.max(0, due.length - room);
  const newLeft = more ?? Math.max(0, settings.newPerDay - metNew);
  const fresh = known.filter(({ memory }) => !memory).slice(0, Math.max(0, Math.min(newLeft, room - due.length)));
  return {
    cards: [...due.slice(0, room), ...fresh],
    waiting,
    daysToCatchUp: Math.ceil(waiting / settings.perDay),
    hasBegun: met.length > 0,
    next: comingBack(known, today),
  };
}

/** The best remembered first. */
function byRecallOn(day: number): (a: KnownCard, b: KnownCard) => number {
  const recall = ({ memory }: KnownCard) => (memory ? recallOn(day, memory) : 0);
  return (a, b) => recall(b) - recall(a) || (a.card.id < b.card.id ? -1 : 1);
}

function comingBack(known: readonly KnownCard[], today: number): Queue['next'] {
  const later = known.flatMap(({ memory }) => (memory && memory.due > today ? [memory.due] : []));
  const day = later.reduce((first, other) => Math.min(first, other), Number.POSITIVE_INFINITY);
  return later.length === 0 ? undefined : { day, cards: later.filter((due) => due === day).length };
}
