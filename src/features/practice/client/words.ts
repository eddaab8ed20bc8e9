import { countText } from '#lib/wording.ts';
import { endText, thingsText } from '../due.ts';
import type { Retention } from '../forecast.ts';
import type { Queue } from '../queue.ts';
import type { Moment } from '../review.ts';
import type { Settings } from '../settings.ts';

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

/** The figures below the start button: name and value. */
export function figures(
  { met, now, in30Days }: Retention,
  { days, settings }: { days: number; settings: Settings },
): readonly (readonly [name: string, value: string])[] {
  return [
    ['this week', `${days} of ${countText(settings.daysPerWeek, 'day')}`],
    ['cards met', String(met)],
    ['you would know today', `≈ ${now} of ${met}`],
    ['in 30 days, without practice', `≈ ${in30Days} of ${met}`],
  ];
}
