import type { Card } from './card.ts';
import { isDue, type Memory, memoryOf, recallOn } from './memory.ts';
import { dayOf, type Histories, type Moment, mergeHistories, type Review } from './review.ts';
import type { Settings } from './settings.ts';

/** A card with what is known about it. */
export interface KnownCard {
  readonly card: Card;
  readonly memory: Memory | undefined;
}

/** The cards of now, in the order to take them, and the counts that the reader sees. */
export interface Queue {
  readonly cards: readonly KnownCard[];
  /** Due cards that wait for another day, because today has enough. */
  readonly waiting: number;
  /** Days until nothing waits any more, at the daily limit and with no new cards; 0 when nothing waits. */
  readonly daysToCatchUp: number;
  /** When the next card comes back that is being learned, if one does today. */
  readonly nextAt: number | undefined;
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

/** The limits of one local day. */
export type DayLimits = Pick<Settings, 'perDay' | 'newPerDay'> & { readonly day: number };

/** Limits that let a reader who asks for more have so many cards on top of those that were met today. */
export function extendDay(answered: Answered, { now, by }: { readonly now: Moment; readonly by: number }): DayLimits {
  const day = dayOf(now);
  const { met, metNew } = countMet(answered, day);
  return { day, perDay: met + by, newPerDay: metNew + by };
}

function countMet(answered: Answered, day: number): { readonly met: number; readonly metNew: number } {
  const met = answered.flatMap(({ memory }) => (memory?.lastDay === day ? [memory] : []));
  return { met: met.length, metNew: met.filter(({ firstDay }) => firstDay === day).length };
}

/**
 * Builds the queue: cards that are being learned, then due cards, the best remembered first, then new ones in the order given.
 * After a pause nothing is counted against the reader: the day keeps its limit, the rest waits, and new cards wait too.
 * The best remembered come first, because of those the most is saved by being on time.
 * @param answered all cards of all decks, from which today's share of the limits is counted.
 * @param extended what was asked for on top, which counts on its day alone.
 */
export function buildQueue(
  known: readonly KnownCard[],
  {
    now,
    settings,
    answered = known,
    extended,
  }: { now: Moment; settings: Settings; answered?: Answered; extended?: DayLimits | undefined },
): Queue {
  const today = dayOf(now);
  const asked = extended?.day === today ? extended : settings;
  const { met, metNew } = countMet(answered, today);
  const learning: KnownCard[] = [];
  const due: { readonly item: KnownCard; readonly recall: number }[] = [];
  const fresh: KnownCard[] = [];
  const later: Memory[] = [];
  for (const item of known) {
    const { memory } = item;
    if (!memory) fresh.push(item);
    else if (!isDue(memory, now)) later.push(memory);
    else if ('at' in memory.due) learning.push(item);
    else due.push({ item, recall: recallOn(today, memory) });
  }
  learning.sort((a, b) => dueAt(a) - dueAt(b));
  due.sort((a, b) => b.recall - a.recall || (a.item.card.id < b.item.card.id ? -1 : 1));
  const room = Math.max(0, Math.max(settings.perDay, asked.perDay) - met);
  const waiting = Math.max(0, due.length - room);
  const newLeft = Math.max(0, Math.max(settings.newPerDay, asked.newPerDay) - metNew);
  const roomForNew = waiting > 0 ? 0 : Math.min(newLeft, room - due.length);
  return {
    cards: [...learning, ...due.slice(0, room).map(({ item }) => item), ...fresh.slice(0, roomForNew)],
    waiting,
    daysToCatchUp: Math.ceil(waiting / settings.perDay),
    ...comingBack(later, today),
  };
}

const dueAt = ({ memory }: KnownCard) => (memory && 'at' in memory.due ? memory.due.at : 0);

function comingBack(later: readonly Memory[], today: number): Pick<Queue, 'nextAt' | 'next'> {
  let nextAt: number | undefined;
  const byDay = new Map<number, number>();
  for (const { due } of later) {
    if ('at' in due) nextAt = Math.min(nextAt ?? due.at, due.at);
    else byDay.set(due.day, (byDay.get(due.day) ?? 0) + 1);
  }
  const day = [...byDay.keys()].reduce<number | undefined>(
    (first, other) => Math.min(first ?? other, other),
    undefined,
  );
  return { nextAt, next: day === undefined || day <= today ? undefined : { day, cards: byDay.get(day) ?? 0 } };
}
