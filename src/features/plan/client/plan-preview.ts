import { build, buildButton, buildLink } from '#lib/browser/build.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { download } from '#lib/browser/download.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { countText, hoursText, monthText } from '#lib/wording.ts';
import { type Day, dateOf, mondayOf } from '../day.ts';
import type { Plan, PlannedAndDone } from '../plan.ts';
import { writeTime } from '../plan-address.ts';
import {
  countItems,
  dayText,
  fitWords,
  goalWords,
  headlineText,
  levelText,
  partText,
  progressText,
  shortDayText,
  summaryText,
  weekText,
  whyLeftOut,
  wordsBefore,
} from '../plan-words.ts';
import { hoursPerWeek, type PlanRequest, redistributeHours } from '../request.ts';
import type { Block } from '../schedule.ts';
import { sessionParts } from '../sessions.ts';

interface Preview {
  readonly plan: Plan;
  readonly request: PlanRequest;
  /** Sentences about the address or the last change. */
  readonly notes: readonly string[];
  readonly progress: PlannedAndDone;
  /** Topics that are done. */
  readonly done: ReadonlySet<string>;
  /** The hours a week that the reader chose on another page, if they differ from the plan's. */
  readonly otherPace: number | undefined;
  readonly change: (changes: Partial<PlanRequest>) => void;
  /** Opens one of the questions. */
  readonly ask: (question: number) => void;
}

/**
 * Shows a plan: when it ends, what it holds and leaves out, its answers and its weeks.
 * @returns what can wait: closed months.
 */
export function drawPreview(root: HTMLElement, preview: Preview): readonly (() => void)[] {
  const { plan, request, notes, progress, done } = preview;
  const text = (selector: string, words: string) => {
    partOf(root, selector).textContent = words;
  };
  text('[data-plan-title]', `Study plan: ${plan.title}`);
  text('[data-headline]', headlineText(plan));
  text('[data-summary]', plan.items.length > 0 ? summaryText(plan, request) : '');
  text('[data-pace]', String(hoursPerWeek(request.week)));
  const facts = [...notes, ...plan.errors, ...fitWords(plan, request)];
  partOf(root, '[data-facts]').replaceChildren(...facts.map((sentence) => build('li', '', sentence)));
  drawLeftOut(partOf(root, '[data-left-out]'), plan);
  partOf(root, '[data-ways-out]').replaceChildren(...drawWaysOut(preview, root));
  partOf(root, '[data-answers]').replaceChildren(...drawAnswers(preview));
  const said = progressText(progress);
  partOf(root, '[data-progress]').hidden = said === '' || plan.items.length === 0;
  text('[data-progress-said]', said);
  partOf(root, '[data-replan]').hidden = progress.behind.length === 0;
  text('[data-link]', `To open and change the plan: ${location.href}`);
  return drawWeeks(partOf(root, '[data-weeks]'), plan, done);
}

function drawLeftOut(details: HTMLElement, { leftOut }: Plan): void {
  details.hidden = leftOut.length === 0;
  partOf(details, 'summary').textContent = `What was left out: ${countItems(leftOut)}`;
  partOf(details, 'ul').replaceChildren(
    ...leftOut.map((item) =>
      build('li', '', buildLink(item.address, item.title), ` (${hoursText(item.halfHours / 2)}, ${whyLeftOut(item)})`),
    ),
  );
}

/** A button for every way to include what was left out. It disappears when it is used, so the focus moves to the headline. */
function drawWaysOut({ plan, request, otherPace, change }: Preview, root: HTMLElement): HTMLElement[] {
  const { leftOut, week, finishOfAll, target, outside } = plan;
  const draw = (label: string, changes: Partial<PlanRequest>) =>
    buildButton(label, () => {
      change(changes);
      partOf(root, '[data-headline]').focus();
    });
  const isShort = leftOut.length > 0 && target !== undefined;
  const waysOut = [
    isShort && week && draw(`Fit everything: ${hoursPerWeek(week)} hours a week`, { week }),
    isShort &&
      finishOfAll !== undefined &&
      draw(`Keep everything: finish on ${dayText(finishOfAll)}`, { target: finishOfAll }),
    otherPace !== undefined &&
      draw(`Use my ${otherPace} hours a week`, { week: redistributeHours(otherPace, request.week) }),
    outside > 0 && draw('Add what it builds on', { hasPrerequisites: true }),
  ];
  return waysOut.filter((button) => button instanceof HTMLElement);
}

/** The answers that made the plan, each with a button to change it. */
function drawAnswers({ plan, request, ask }: Preview): HTMLElement[] {
  const { goal, target, level, week } = request;
  const by = target === undefined ? '' : `, by ${dayText(target)}`;
  const rows: readonly (readonly [string, string])[] = [
    ['For', `${goal ? goalWords[goal][0] : 'Study'}${by}`],
    ['Learn', plan.title],
    ['You know', levelText(level, request.known.size)],
    ['When', `${weekText(week)}, from ${dayText(request.start)}`],
  ];
  return rows.map(([name, answer], index) => {
    const button = buildButton('Change', () => ask(index + 1));
    button.setAttribute('aria-label', `Change: ${name}`);
    return build('div', '', build('dt', '', name), build('dd', '', answer), build('dd', '', button));
  });
}

/** How many topics a month names in its head. */
const maxTitles = 5;

/**
 * Shows the sessions of a plan as a checklist by months and weeks. The first month is open, and months that were open stay
 * open. Closed months only get their headings.
 * @returns a task for each closed month that fills it.
 */
function drawWeeks(list: HTMLElement, { blocks }: Plan, done: ReadonlySet<string>): readonly (() => void)[] {
  const open = new Set([...list.querySelectorAll('details[open]')].map((month) => month.getAttribute('data-month')));
  const monthOf = (day: Day) => dateOf(mondayOf(day)).slice(0, 7);
  const months = [...Map.groupBy(blocks, ({ day }) => monthOf(day))].map(([month, own], index) => {
    const details = drawMonth(month, own);
    details.open = index === 0 || open.has(month);
    const weeks = Map.groupBy(own, ({ day }) => mondayOf(day));
    const fill = () => details.append(...[...weeks].map((week) => drawWeek(week, done)));
    if (details.open) fill();
    return { details, fill };
  });
  list.replaceChildren(...months.map(({ details }) => details));
  return months.filter(({ details }) => !details.open).map(({ fill }) => fill);
}

function drawMonth(month: string, blocks: readonly Block[]): HTMLDetailsElement {
  const head = drawHead('h4', monthText(`${month}-01`), blocks);
  const summary = build('summary', '', head, build('span', 'stop-note', titlesIn(blocks)));
  const details = build('details', 'plan-month', summary);
  details.dataset['month'] = month;
  return details;
}

/** What a month is about: "HTTP, DNS and 3 others". */
function titlesIn(blocks: readonly Block[]): string {
  const studied = blocks.filter(({ kind }) => kind !== 'review').flatMap(({ items }) => items);
  const titles = [...new Set(studied.map(({ title }) => title))];
  const rest = titles.length - maxTitles;
  if (titles.length === 0) return 'Reviews';
  return titles.slice(0, maxTitles).join(', ') + (rest > 0 ? ` and ${countText(rest, 'other')}` : '');
}

function drawWeek([monday, blocks]: [Day, readonly Block[]], done: ReadonlySet<string>): HTMLElement {
  const sessions = blocks.map((block, index) => drawSession(block, { dayBefore: blocks[index - 1]?.day, done }));
  return build('section', '', drawHead('h5', `Week of ${dayText(monday)}`, blocks), build('ol', '', ...sessions));
}

function drawHead(level: 'h4' | 'h5', text: string, blocks: readonly Block[]): HTMLElement {
  const halfHours = blocks.reduce((sum, block) => sum + block.halfHours, 0);
  return build(level, '', text, ' ', build('span', 'plan-hours', hoursText(halfHours / 2)));
}

function drawSession(
  block: Block,
  { dayBefore, done }: { readonly dayBefore: Day | undefined; readonly done: ReadonlySet<string> },
): HTMLElement {
  const { kind, day, at, halfHours, items, part } = block;
  const [item] = items;
  const links = sessionParts(block).flatMap((each, index) => [
    index > 0 ? ', ' : '',
    buildLink(each.address, partText(each)),
  ]);
  const when = build('time', 'plan-when', build('span', day === dayBefore ? 'visually-hidden' : '', shortDayText(day)));
  when.dateTime = `${dateOf(day)}T${writeTime(at)}`;
  when.append(' ', build('span', 'plan-hours', `${writeTime(at)} · ${hoursText(halfHours / 2)}`));
  const what = build('div', '', wordsBefore(block), ...links);
  const isDone = kind === 'topic' && item !== undefined && done.has(item.id);
  if (isDone) what.append(' ', build('span', 'plan-done', '✓ Done'));
  const neededFor = kind === 'topic' && part === 1 ? item?.neededFor : undefined;
  if (neededFor) what.append(build('span', 'stop-note', `Needed for ${neededFor.title}: ${neededFor.why}`));
  return build('li', '', when, what);
}

const calendar = scriptPart(() => import('../calendar.ts'));
const link = (address: string) => new URL(address, location.href).href;

/** Exports of a plan, by the attribute of their button. Each returns what to tell the reader, if anything. */
export const planExports: Readonly<Record<string, (plan: Plan) => string | Promise<string>>> = {
  calendar: async (plan) => {
    const part = await calendar.load();
    if (!part) return '';
    download(part.planCalendar(plan, { now: Date.now(), link }), { name: 'wayline-plan.ics', type: 'text/calendar' });
    return `Downloaded wayline-plan.ics with ${countText(plan.blocks.length, 'event')}. Open it with your calendar; a later file updates the same events.`;
  },
  share: async () =>
    (await copyText(location.href))
      ? 'The link was copied. It contains the whole plan.'
      : `Copy this link: ${location.href}`,
  print: () => {
    print();
    return '';
  },
};
