import { type Day, dateOf, mondayOf } from '#domain/plan/day.ts';
import { writeTime } from '#domain/plan/fields.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Block } from '#domain/plan/schedule.ts';
import { dayText, hoursOf, shortDayText, wordsAround } from '#domain/plan/words.ts';
import { build, buildLink } from '../build.ts';

/** The blocks of a plan as a checklist, a section for each week. */
export function drawWeeks({ blocks }: Plan): HTMLElement[] {
  return [...Map.groupBy(blocks, ({ day }) => mondayOf(day))].map(drawWeek);
}

function drawWeek([monday, blocks]: [Day, readonly Block[]]): HTMLElement {
  const halves = blocks.reduce((sum, block) => sum + block.halves, 0);
  const title = build('h3', '', `Week of ${dayText(monday)}`);
  title.append(' ', build('span', 'plan-hours', hoursOf(halves)));
  const list = build('ol', '', ...blocks.map((block, index) => drawBlock(block, blocks[index - 1]?.day)));
  return build('section', 'plan-week-list', title, list);
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
  const item = build('li', '', when, what);
  item.dataset['kind'] = kind;
  return item;
}
