import { countText } from '#lib/wording.ts';
import { recallOn } from './memory.ts';
import type { KnownCard } from './queue.ts';
import { counted, dayOf, type Histories, type Moment, weekOf } from './review.ts';

/** How many cards were met, and how many are expected to be recalled today, and in 30 days if none is practiced until then. */
export function retentionOf(known: readonly KnownCard[], now: Moment) {
  const today = dayOf(now);
  const memories = known.flatMap(({ memory }) => (memory ? [memory] : []));
  const expected = (day: number) => Math.round(memories.reduce((sum, memory) => sum + recallOn(day, memory), 0));
  return { met: memories.length, now: expected(today), in30Days: expected(today + 30) };
}

/** On how many days of the week that `now` is in the reader practiced. A week starts on Monday; nothing is carried over. */
export function daysPracticed(histories: Histories, now: Moment): number {
  const week = weekOf(dayOf(now));
  const days = new Set([...histories.values()].flatMap((history) => counted(history).map(dayOf)));
  return [...days].filter((day) => weekOf(day) === week).length;
}

/** The figures below the start button: name and value. */
export function figures(
  known: readonly KnownCard[],
  { histories, daysPerWeek, now }: { histories: Histories; daysPerWeek: number; now: Moment },
): readonly (readonly [name: string, value: string])[] {
  const { met, now: recalled, in30Days } = retentionOf(known, now);
  return [
    ['this week', `${daysPracticed(histories, now)} of ${countText(daysPerWeek, 'day')}`],
    ['cards met', String(met)],
    ['you would know today', `≈ ${recalled} of ${met}`],
    ['in 30 days, without practice', `≈ ${in30Days} of ${met}`],
  ];
}
