import type { LabWork } from '#features/labs/index.ts';
import { countText, dateText } from '#lib/wording.ts';
import { type CardSet, knownOf } from './known.ts';
import { buildQueue, type Queue } from './queue.ts';
import { dayOf, type Histories, type Moment } from './review.ts';
import type { Settings } from './settings.ts';

/** Minutes to answer a card, look and grade it. Our estimate. */
const minutesPerCard = 1.5;

/** What comes back today: as much as the practice room would ask now, new cards left out. */
export type Due = ReturnType<typeof dueToday>;

/** What is due of the given cards. Reviews of cards that no longer exist don't count. */
export function dueToday(
  set: CardSet,
  reader: { now: Moment; settings: Settings; histories: Histories; labs: LabWork },
) {
  const met = knownOf(set, reader).filter(({ memory }) => memory);
  const queue = buildQueue(met, reader);
  const due = queue.cards.map(({ card }) => card);
  const labs = due.filter(({ kind }) => kind === 'lab');
  const cards = due.length - labs.length;
  const minutes = Math.ceil(labs.reduce((sum, lab) => sum + (lab.minutes ?? 0), cards * minutesPerCard));
  const things = thingsText(cards, labs.length);
  const counts = Map.groupBy(
    due.flatMap(({ topics }) => topics),
    (topic) => topic,
  );
  return {
    cards,
    labs: labs.length,
    minutes,
    things,
    /** How many of them each topic has, the most first. A card may be of several topics. */
    topics: [...counts]
      .map(([topic, { length }]) => ({ topic, count: length }))
      .toSorted((a, b) => b.count - a.count || (a.topic < b.topic ? -1 : 1)),
    /** The sentence or two for the page; empty when nothing has been met that could come back. */
    text: due.length > 0 ? `${things} due · ${minutes} min` : met.length > 0 ? endText(queue, reader.now) : '',
  };
}

/** "3 cards and 1 lab". */
function thingsText(cards: number, labs: number): string {
  const things = [cards > 0 && countText(cards, 'card'), labs > 0 && countText(labs, 'lab')];
  return things.filter(Boolean).join(' and ');
}

/** "Done for today. 4 return tomorrow." */
function endText({ hasBegun, waiting, waitingLabs, next }: Queue, now: Moment): string {
  const rest = waiting + waitingLabs;
  if (rest > 0) return `Done for today. ${thingsText(waiting, waitingLabs)} can wait until tomorrow.`;
  const end = hasBegun ? 'Done for today.' : 'Nothing is due today.';
  return next
    ? `${end} ${next.cards} ${next.cards === 1 ? 'returns' : 'return'} ${dayWords(next.day, dayOf(now))}.`
    : end;
}

/** What is to do today, as sentences. */
export function queueWords(queue: Queue, { now, settings }: { now: Moment; settings: Settings }): string {
  if (queue.cards.length === 0) return endText(queue, now);
  const fresh = queue.cards.filter(({ memory }) => !memory).length;
  const isNew = fresh > 0 ? `, ${fresh} of them new` : '';
  const labs = queue.cards.filter(({ card }) => card.kind === 'lab').length;
  const today = `${thingsText(queue.cards.length - labs, labs)} for now${isNew}.`;
  return [today, waitingWords(queue, settings)].filter(Boolean).join(' ');
}

function waitingWords({ waiting, waitingLabs, daysToCatchUp }: Queue, { perDay }: Settings): string {
  const cards = `${waiting} more are due and can wait: at ${perDay} a day you are up to date in ${countText(daysToCatchUp, 'day')}, and new cards pause until then.`;
  const labs = `${countText(waitingLabs, 'more lab')} can wait until tomorrow.`;
  return [waiting > 0 && cards, waitingLabs > 0 && labs].filter(Boolean).join(' ');
}

/** "tomorrow", "in 12 days", "on May 3, 2027". */
export function dayWords(day: number, today: number): string {
  const ahead = day - today;
  if (ahead === 1) return 'tomorrow';
  if (ahead < 60) return `in ${ahead} days`;
  return `on ${dateText(new Date(day * 86_400_000).toISOString().slice(0, 10))}`;
}
