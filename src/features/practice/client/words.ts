import { countText, dateText } from '#lib/wording.ts';
import type { Retention } from '../forecast.ts';
import type { Queue } from '../queue.ts';
import { dayOf, type Moment } from '../review.ts';
import type { Settings } from '../settings.ts';

/** "tomorrow", "in 12 days", "on May 3, 2027". */
export function dayWords(day: number, today: number): string {
  const ahead = day - today;
  if (ahead === 1) return 'tomorrow';
  if (ahead < 60) return `in ${ahead} days`;
  return `on ${dateText(new Date(day * 86_400_000).toISOString().slice(0, 10))}`;
}

/** What is to do today, as sentences. */
export function queueWords(queue: Queue, { now, settings }: { now: Moment; settings: Settings }): string {
  const fresh = queue.cards.filter(({ memory }) => !memory).length;
  const isNew = fresh > 0 ? `, ${fresh} of them new` : '';
  const today =
    queue.cards.length > 0 ? `${countText(queue.cards.length, 'card')} for now${isNew}.` : endWords(queue, now);
  return [today, waitingWords(queue, settings)].filter(Boolean).join(' ');
}

/** "Done for today. 4 return tomorrow." */
function endWords({ hasBegun, next }: Queue, now: Moment): string {
  const end = hasBegun ? 'Done for today.' : 'Nothing is due today.';
  return next
    ? `${end} ${next.cards} ${next.cards === 1 ? 'returns' : 'return'} ${dayWords(next.day, dayOf(now))}.`
    : end;
}

function waitingWords({ waiting, daysToCatchUp }: Queue, { perDay }: Settings): string {
  if (waiting === 0) return '';
  return `${waiting} more are due and can wait: at ${perDay} a day you are up to date in ${countText(daysToCatchUp, 'day')}, and new cards pause until then.`;
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
