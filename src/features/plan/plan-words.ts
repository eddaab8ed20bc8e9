import type { Level } from '#content/level.ts';
import { durationText } from '#features/progress/index.ts';
import { countText, dateFormat, dateText, hoursText } from '#lib/wording.ts';
import { type Day, dateOf } from './day.ts';
import type { Plan, PlannedAndDone } from './plan.ts';
import { type Goal, hoursPerWeek, type PlanRequest, type Week } from './request.ts';
import type { Block } from './schedule.ts';
import { type SessionPart, sessionParts } from './sessions.ts';

/** What a plan is for, as the first question offers it. */
export const goalWords: Readonly<Record<Goal, readonly [title: string, text: string]>> = {
  'new-career': ['Start a new career', 'From your first program to a job as a backend developer'],
  interview: ['Get ready for an interview', 'What fits before the date, most important first'],
  promotion: ['Get promoted', 'What the next level of your role requires'],
  topic: ['Learn one topic', 'That topic, and what you need to know before it'],
};

export const dayText = (day: Day) => dateText(dateOf(day));

const writeDay = dateFormat({ weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
const writeShort = dateFormat({ month: 'long', day: 'numeric', timeZone: 'UTC' });

/** "Mon, Nov 23". */
export function shortDayText(day: Day): string {
  return writeDay(new Date(`${dateOf(day)}T00:00:00Z`));
}

/** What a part of a session is called after the name of its topic: "Try it: Sum a cart", "Practice (continued)". */
export function partText({ kind, title, isContinued }: SessionPart): string {
  return `${kind === 'lab' ? 'Try it: ' : ''}${title}${isContinued ? ' (continued)' : ''}`;
}

/** The words before the parts of a session: "HTTP: ", "Project: ", "Review: ". */
export function wordsBefore({ kind, items: [item] }: Block): string {
  if (kind !== 'topic') return kind === 'review' ? 'Review: ' : 'Project: ';
  return item && item.outline.length > 0 ? `${item.title}: ` : '';
}

/** "HTTP: Status codes, Pitfalls", "Project: Chat API", "Review: HTTP, DNS". */
export function blockTitle(block: Block): string {
  return `${wordsBefore(block)}${sessionParts(block).map(partText).join(', ')}`;
}

/** When the plan ends: "You finish on March 3, 2027", "Here's what fits by December 7". */
export function headlineText({ items, finish, target, leftOut }: Plan): string {
  if (items.length === 0) return 'There is nothing to study yet';
  if (target !== undefined && leftOut.length > 0)
    return `Here's what fits by ${writeShort(new Date(`${dateOf(target)}T00:00:00Z`))}`;
  return finish === undefined ? 'This plan has no end yet' : `You finish on ${dayText(finish)}`;
}

/** What a plan is called in the list of saved ones: "Backend Developer, until December 7, 2026". */
export function savedTitle({ title, finish }: Plan): string {
  return finish === undefined ? title : `${title}, until ${dayText(finish)}`;
}

/** What a plan holds, with the same duration as the roadmap says: "21 topics in 161 h: about 5 months at 8 hours a week". */
export function summaryText({ items, totals }: Plan, { week }: Pick<PlanRequest, 'week'>): string {
  const count = (kind: string) => items.filter((item) => item.kind === kind).length;
  const pace = hoursPerWeek(week);
  const duration =
    pace > 0 && totals.topic > 0 ? `: ${durationText(totals.topic / 2, pace)} at ${pace} hours a week` : '';
  const more = [
    totals.project > 0 && `${countText(count('project'), 'project')} in ${hoursText(totals.project / 2)}`,
    totals.review > 0 && `${hoursText(totals.review / 2)} of review`,
  ].filter(Boolean);
  const extra = more.length > 0 ? ` Plus ${more.join(' and ')}.` : '';
  return `${countText(count('topic'), 'topic')} in ${hoursText(totals.topic / 2)}${duration}.${extra}`;
}

/** How well the plan fits its date, and what it leaves out, a sentence each. */
export function fitWords(
  { target, finish, leftOut, known, outside }: Plan,
  { goal }: Pick<PlanRequest, 'goal'>,
): readonly string[] {
  const spare = target !== undefined && finish !== undefined && leftOut.length === 0 ? target - finish : undefined;
  return [
    spare === 0 && 'You finish on the day.',
    spare !== undefined && spare > 0 && `That leaves ${countText(spare, 'day')} to spare.`,
    leftOut.length > 0 && `There is no time for ${countItems(leftOut)}, so the most needed come first.`,
    goal === 'interview' && 'Each topic is planned with its text and labs, without its long practice.',
    known > 0 && `${countText(known, 'topic')} that you know ${known === 1 ? 'is' : 'are'} not in the plan.`,
    outside > 0 &&
      `It builds on ${countText(outside, 'topic')} that ${outside === 1 ? 'is' : 'are'} not on the roadmap.`,
  ].filter((sentence) => sentence !== false);
}

/** "3 topics and 1 project". */
export function countItems(items: readonly { readonly kind: 'topic' | 'project' }[]): string {
  const projects = items.filter(({ kind }) => kind === 'project').length;
  const topics = items.length - projects;
  const parts = [topics > 0 && countText(topics, 'topic'), projects > 0 && countText(projects, 'project')];
  return parts.filter(Boolean).join(' and ');
}

/** Why there is no time for an item. */
export function whyLeftOut({ kind, need }: Plan['leftOut'][number]): string {
  if (kind === 'project') return 'topics come first';
  return { could: 'optional', should: 'recommended, not required', must: 'comes last in the order of study' }[need];
}

/** How far the reader is with a plan: "By today you planned 6 topics and finished 4 of 20: 2 topics to catch up on." */
export function progressText({ planned, done, behind, total }: PlannedAndDone): string {
  if (planned.length === 0 && done.length === 0) return '';
  const ahead = done.filter((id) => !planned.includes(id)).length;
  const words = `By today you planned ${countText(planned.length, 'topic')} and finished ${done.length} of ${total}`;
  if (behind.length > 0) return `${words}: ${countText(behind.length, 'topic')} to catch up on.`;
  return ahead > 0 ? `${words}: ${ahead} ahead of the plan.` : `${words}: on schedule.`;
}

/** What the reader knows: "what a junior developer knows, and 3 topics". */
export function levelText(level: Level | undefined, known: number): string {
  const names = {
    beginner: 'What a junior developer knows',
    intermediate: 'What a mid-level developer knows',
    advanced: 'What a senior developer knows',
    expert: 'Topics of all levels',
  } as const satisfies Readonly<Record<Level, string>>;
  const topics = known > 0 ? countText(known, 'topic') : '';
  if (!level) return topics || 'Nothing yet';
  return topics ? `${names[level]}, and ${topics}` : names[level];
}

/** "8 hours a week: Mon, Tue, Sat". */
export function weekText(week: Week): string {
  const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].filter((_, day) => (week[day] ?? 0) > 0);
  return `${hoursPerWeek(week)} hours a week: ${names.length === 7 ? 'every day' : names.join(', ')}`;
}
