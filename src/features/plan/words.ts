import { dateFormat } from '#lib/date-format.ts';
import { countText, dateText } from '#lib/wording.ts';
import type { PlanComparison } from './compare-plans.ts';
import { type Day, dateOf } from './day.ts';
import type { Plan } from './plan.ts';
import { hoursPerWeek } from './request.ts';
import type { Block } from './schedule.ts';

/** Half hours as "1.5 h". */
export function hoursOf(halves: number): string {
  return `${halves / 2} h`;
}

export const dayText = (day: Day) => dateText(dateOf(day));

const writeDay = dateFormat({ weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });

/** "Mon, Nov 23". */
export function shortDayText(day: Day): string {
  return writeDay(new Date(`${dateOf(day)}T00:00:00Z`));
}

/** The words around the names of a block's pages: "Project: " before, ", part 2 of 3" after. */
export function wordsAround({ kind, part, parts }: Pick<Block, 'kind' | 'part' | 'parts'>): {
  readonly before: string;
  readonly after: string;
} {
  if (kind === 'review') return { before: 'Review: ', after: '' };
  return { before: kind === 'project' ? 'Project: ' : '', after: parts > 1 ? `, part ${part} of ${parts}` : '' };
}

/** "HTTP, part 2 of 3", "Project: Chat API", "Review: HTTP, DNS". */
export function blockTitle(block: Block): string {
  const { before, after } = wordsAround(block);
  return `${before}${block.items.map(({ title }) => title).join(', ')}${after}`;
}

/** "They study 12 hours more than you, and end 3 days later." */
export function differenceText({ halves, days, mine, theirs }: PlanComparison): string {
  const hours = Math.abs(halves) / 2;
  const study =
    halves === 0
      ? 'They study as many hours as you'
      : `They study ${countText(hours, 'hour')} ${halves > 0 ? 'more' : 'less'} than you`;
  if (days === undefined) {
    if (mine.items === 0) return `${study}: you have nothing left to study in it.`;
    const endless = [mine.finish === undefined ? 'yours' : '', theirs.finish === undefined ? 'theirs' : ''];
    return `${study}; the plan has no end: ${endless.filter(Boolean).join(' and ')}.`;
  }
  if (days === 0) return `${study}, and you end on the same day.`;
  return `${study}, and end ${countText(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}.`;
}

/** When the plan ends, and what it holds: "Ends on March 3, 2027: 40 topics …". */
export function summaryText({ items, finish, totals }: Plan): string {
  const count = (kind: string) => items.filter((item) => item.kind === kind).length;
  const parts = [
    `${countText(count('topic'), 'topic')} in ${hoursOf(totals.topic)}`,
    ...(totals.project > 0
      ? [`${countText(count('project'), 'milestone project')} in ${hoursOf(totals.project)}`]
      : []),
    ...(totals.review > 0 ? [`${hoursOf(totals.review)} of review`] : []),
  ];
  return `${finish === undefined ? 'It has no end' : `You finish on ${dayText(finish)}`}: ${parts.join(', ')}.`;
}

/** Whether the target is met, in sentences; what would make it comes one sentence each. */
export function verdictWords({ verdict }: Plan): readonly string[] {
  if (verdict.kind === 'no-target') return [];
  if (verdict.kind === 'met') {
    return [
      verdict.daysToSpare === 0
        ? 'The target is met on the day.'
        : `The target is met with ${countText(verdict.daysToSpare, 'day')} to spare.`,
    ];
  }
  const { daysLate, week, leaveOut, finishOfMusts } = verdict;
  return [
    daysLate === undefined
      ? 'The target cannot be met: with these hours the plan does not end.'
      : `The target cannot be met: the plan ends ${countText(daysLate, 'day')} late.`,
    week
      ? `With ${hoursPerWeek(week)} hours a week on the same days it would be met.`
      : 'More hours on the same days would not make it, not even 16 a day.',
    ...(leaveOut
      ? [
          `Or leave out ${countText(leaveOut.length, 'stop')} that your lines can do without: ${leaveOut.map(({ title }) => title).join(', ')}.`,
        ]
      : finishOfMusts === undefined
        ? []
        : [`Leaving stops out would not make it: even with must stops alone it ends on ${dayText(finishOfMusts)}.`]),
  ];
}
