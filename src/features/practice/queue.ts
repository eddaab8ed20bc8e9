import { readJson } from '#lib/stored-file.ts';
import { type Card, fileOf } from './card.ts';
import { isDue, type Memory, memoryOf, recallOn, type Start } from './memory.ts';
import { dayOf, type Histories, type Moment, mergeReviews, type Review } from './review.ts';
import type { Settings } from './settings.ts';

/** A card with what is known about it. */
export interface KnownCard {
  readonly card: Card;
  readonly memory: Memory | undefined;
}

/** The most labs of one day: each takes as long as many cards. */
const labsPerDay = 2;

/** The cards of one session, in the order to take them, and the counts that the reader sees. */
export type Queue = Readonly<ReturnType<typeof buildQueue>>;

/** The reviews of a card, under its id and the ids it had before. */
export function historyOf(card: Card, histories: Histories): readonly Review[] {
  const own = histories.get(card.id) ?? none;
  return card.formerIds.reduce((history, former) => {
    const earlier = histories.get(former);
    return earlier ? mergeReviews(history, earlier) : history;
  }, own);
}

const none: readonly Review[] = [];

/** The cards of a deck with their memories. `starts`: how cards of labs begin, by their ids. */
export function knownCards(
  cards: readonly Card[],
  histories: Histories,
  starts: ReadonlyMap<string, Start> = new Map(),
): readonly KnownCard[] {
  return cards.map((card) => ({ card, memory: memoryOf(historyOf(card, histories), starts.get(card.id)) }));
}

/**
 * Builds the queue: what is due, the best remembered first, then new cards in the order given, with topics mixed.
 * After a pause nothing is counted against the reader: the day keeps its limit, the rest waits, and new cards wait too.
 * The best remembered come first, because of those the most is saved by being on time.
 * @param histories the reviews of all decks, from which today's share of the limits is counted.
 * @param more how many cards the reader asks for, whatever the limits of the day.
 */
export function buildQueue(
  known: readonly KnownCard[],
  {
    now,
    settings,
    histories,
    more,
  }: { now: Moment; settings: Settings; histories: Histories; more?: number | undefined },
) {
  const today = dayOf(now);
  const { met, metLabs } = answeredOn(today, histories);
  const metNew = met.filter(({ firstDay }) => firstDay === today).length;
  const all = known.filter(({ memory }) => memory && isDue(memory, now)).toSorted(byRecallOn(today));
  const due = all.filter(({ card }) => card.kind !== 'lab');
  const labs = all.filter(({ card }) => card.kind === 'lab');
  const labRoom = Math.max(0, labsPerDay - metLabs.length);
  const room = more ?? Math.max(0, settings.perDay - met.length);
  const waiting = Math.max(0, due.length - room);
  const newLeft = more ?? Math.max(0, settings.newPerDay - metNew);
  const fresh = known.filter(({ memory }) => !memory).slice(0, Math.max(0, Math.min(newLeft, room - due.length)));
  const chosen = new Set([...due.slice(0, room), ...labs.slice(0, labRoom)]);
  return {
    cards: mixTopics([...all.filter((each) => chosen.has(each)), ...fresh]),
    /** Due cards that wait for another day, because today has enough, and due labs. */
    waiting,
    waitingLabs: Math.max(0, labs.length - labRoom),
    /** Days until nothing waits any more, at the daily limit and with no new cards; 0 when nothing waits. */
    daysToCatchUp: Math.ceil(waiting / settings.perDay),
    /** Whether a card was answered today, of this deck or another. */
    hasBegun: met.length + metLabs.length > 0,
    next: comingBack(known, today),
  };
}

/** What was answered on a day: cards, and labs that had come back. */
function answeredOn(day: number, histories: Histories): { met: readonly Memory[]; metLabs: readonly Memory[] } {
  const { cards = [], labs = [] } = Object.groupBy(histories, ([id]) => (fileOf(id) === 'labs' ? 'labs' : 'cards'));
  const onDay = (entries: typeof cards) =>
    entries.flatMap(([, history]) => memoryOf(history) ?? []).filter(({ lastDay }) => lastDay === day);
  return { met: onDay(cards), metLabs: onDay(labs) };
}

/** Puts something of another topic between two of one, wherever there is any; else the order stays. */
function mixTopics(cards: readonly KnownCard[]): readonly KnownCard[] {
  const left = [...cards];
  const mixed: KnownCard[] = [];
  const topic = (each: KnownCard | undefined) => each?.card.topics[0];
  while (left.length > 0) {
    const next = left.findIndex((each) => topic(each) !== topic(mixed.at(-1)));
    mixed.push(...left.splice(Math.max(0, next), 1));
  }
  return mixed;
}

/** The best remembered first. */
function byRecallOn(day: number): (a: KnownCard, b: KnownCard) => number {
  const recall = ({ memory }: KnownCard) => (memory ? recallOn(day, memory) : 0);
  return (a, b) => recall(b) - recall(a) || (a.card.id < b.card.id ? -1 : 1);
}

/** Cards that come back on the next local day that has any. */
function comingBack(known: readonly KnownCard[], today: number) {
  const later = known.flatMap(({ memory }) => (memory && memory.due > today ? [memory.due] : []));
  const day = later.reduce((first, other) => Math.min(first, other), Number.POSITIVE_INFINITY);
  return later.length === 0 ? undefined : { day, cards: later.filter((due) => due === day).length };
}

/** Where a tab keeps a session that the reader has left for a lab. */
export const reviewKey = 'wayline:review';

/** A session that the reader has left for a lab, so that it goes on where it was. */
export interface LeftReview {
  /** The query part of the room's address. */
  readonly search: string;
  /** Its cards by their ids, and the place of the lab among them. */
  readonly ids: readonly string[];
  readonly place: number;
}

/** Reads what `JSON.stringify` made of a session; undefined for anything else. */
export function readLeftReview(text = ''): LeftReview | undefined {
  const { search, ids, place } = (readJson(text) ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof search !== 'string' || !Array.isArray(ids) || typeof place !== 'number') return undefined;
  return Number.isInteger(place) ? { search, ids, place } : undefined;
}
