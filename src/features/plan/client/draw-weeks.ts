import { build, buildLink } from '#lib/browser/build.ts';
import { countText, monthText } from '#lib/wording.ts';
import { type Day, dateOf, mondayOf } from '../day.ts';
import { writeTime } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { Block } from '../schedule.ts';
import { dayText, hoursOf, shortDayText, wordsAround } from '../words.ts';

/** How many topics a month names in its head. */
const mostTitles = 5;

/**
 * Shows the blocks of a plan as a checklist by months and weeks. The first month is open, and so are those that were.
 * Closed months get their heads only.
 * @returns what fills them, a task each.
 */
export function drawWeeks(list: HTMLElement, { blocks }: Plan): readonly (() => void)[] {
  const open = new Set([...list.querySelectorAll('details[open]')].map((month) => month.getAttribute('data-month')));
  const monthOf = (day: Day) => dateOf(mondayOf(day)).slice(0, 7);
  const months = [...Map.groupBy(blocks, ({ day }) => monthOf(day))].map(([month, own], index) => {
    const details = drawMonth(month, own);
    details.open = index === 0 || open.has(month);
    const fill = () => details.append(...[...Map.groupBy(own, ({ day }) => mondayOf(day))].map(drawWeek));
    if (details.open) fill();
    return { details, fill };
  });
  list.replaceChildren(...months.map(({ details }) => details));
  return months.filter(({ details }) => !details.open).map(({ fill }) => fill);
}

function drawMonth(month: string, blocks: readonly Block[]): HTMLDetailsElement {
  const head = drawHead('h3', monthText(`${month}-01`), blocks);
  const details = build(
    'details',
    'plan-month',
    build('summary', '', head, build('span', 'stop-note', titlesIn(blocks))),
  );
  details.dataset['month'] = month;
  return details;
}

/** What a month is about: "HTTP, DNS and 3 others". */
function titlesIn(blocks: readonly Block[]): string {
  const studied = blocks.filter(({ kind }) => kind !== 'review').flatMap(({ items }) => items);
  const titles = [...new Set(studied.map(({ title }) => title))];
  const rest = titles.length - mostTitles;
  if (titles.length === 0) return 'Reviews';
  return titles.slice(0, mostTitles).join(', ') + (rest > 0 ? ` and ${countText(rest, 'other')}` : '');
}

function drawWeek([monday, blocks]: [Day, readonly Block[]]): HTMLElement {
  const list = build('ol', '', ...blocks.map((block, index) => drawBlock(block, blocks[index - 1]?.day)));
  return build('section', '', drawHead('h4', `Week of ${dayText(monday)}`, blocks), list);
}

function drawHead(level: 'h3' | 'h4', text: string, blocks: readonly Block[]): HTMLElement {
  const halves = blocks.reduce((sum, block) => sum + block.halves, 0);
  return build(level, '', text, ' ', build('span', 'plan-hours', hoursOf(halves)));
}

function drawBlock(block: Block, dayBefore: Day | undefined): HTMLElement {
  const { kind, day, at, halves, items, part } = block;
  const { before, after } = wordsAround(block);
  const links = items.flatMap(({ title, address }, index) => [index > 0 ? ', ' : '', buildLink(address, title)]);
  const when = build('time', 'plan-when', build('span', day === dayBefore ? 'visually-hidden' : '', shortDayText(day)));
  when.dateTime = `${dateOf(day)}T${writeTime(at)}`;
  when.append(' ', build('span', 'plan-hours', `${writeTime(at)} · ${hoursOf(halves)}`));
  const what = build('div', '', before, ...links, after);
  const neededFor = kind === 'topic' && part === 1 ? items[0]?.neededFor : undefined;
  if (neededFor) what.append(build('span', 'stop-note', `Needed for ${neededFor.title}: ${neededFor.why}`));
  return build('li', '', when, what);
}
