import { settledTopics, today } from '#features/plan/client/index.ts';
import {
  comparePlans,
  dayText,
  differenceText,
  hoursOf,
  makePlan,
  type Plan,
  type PlanFigures,
  type PlanItem,
  type PlanRequest,
  readAddress,
} from '#features/plan/index.ts';
import type { Marks } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { countText } from '#lib/wording.ts';
import { buildTable, type Shown } from './comparison-table.ts';
import type { KnownSite } from './known-site.ts';
import { buildLongList } from './long-list.ts';

interface Links {
  readonly theirs: string;
  readonly mine: string | undefined;
}

/** Someone's plan beside the reader's own; without one, beside the same plan for what the reader has marked. */
export function comparePlan({ theirs, mine }: Links, { site, marks }: { site: KnownSite; marks: Marks }): Shown {
  const other = readAddress(theirs, site.data, today());
  const own =
    mine === undefined
      ? { request: withMarks(other.request, marks), notes: [] }
      : readAddress(mine, site.data, today());
  const [myPlan, theirPlan] = [own, other].map(({ request }) => makePlan(request, site.data, today()));
  const title = mine === undefined ? 'A plan for you and for them' : 'Two plans side by side';
  const notes = [...other.notes, ...own.notes.map((note) => `In your link: ${note}`)];
  if (!myPlan || !theirPlan || theirPlan.items.length === 0) {
    const text = [...notes, 'There is no plan in this link.'].join(' ');
    return { title, text, body: [], marks: undefined };
  }
  const plans = [myPlan, theirPlan] as const;
  const compared = comparePlans(plans, [own.request.start, other.request.start]);
  const lead =
    mine === undefined
      ? `${theirPlan.title}: “You” is their plan without what you have marked as done, to review or skipped.`
      : `You: ${myPlan.title}. They: ${theirPlan.title}.`;
  const groups = [
    ['Only you study', compared.onlyMine],
    [mine === undefined ? 'Only they study; you have marked it' : 'Only they study', compared.onlyTheirs],
    ['Both study', compared.both],
  ] as const;
  return {
    title,
    text: [lead, differenceText(compared), ...notes].join(' '),
    body: [
      buildTable('The two plans', ['What', 'You', 'They'], figureRows(compared.mine, compared.theirs)),
      build('div', 'my-topics', ...groups.flatMap(([name, ids]) => buildGroup(name, ids, plans))),
    ],
    marks: undefined,
  };
}

const withMarks = (request: PlanRequest, marks: Marks): PlanRequest => ({
  ...request,
  known: new Set([...request.known, ...settledTopics(marks)]),
});

function figureRows(mine: PlanFigures, theirs: PlanFigures): readonly (readonly string[])[] {
  const row = (name: string, wordsOf: (figures: PlanFigures) => string) => [name, wordsOf(mine), wordsOf(theirs)];
  return [
    row('To study', ({ items }) => countText(items, 'stop')),
    row('Hours', ({ halves }) => hoursOf(halves)),
    row('Starts', ({ start }) => dayText(start)),
    row('Ends', ({ finish }) => (finish === undefined ? 'no end' : dayText(finish))),
  ];
}

function buildGroup(title: string, ids: readonly string[], plans: readonly Plan[]): readonly HTMLElement[] {
  if (ids.length === 0) return [];
  const items = new Map(plans.flatMap((plan) => plan.items.map((item) => [item.id, item])));
  const own = ids.flatMap((id) => items.get(id) ?? []);
  const draw = ({ address, title: name, halves }: PlanItem) =>
    build('li', '', buildLink(address, name), ` (${hoursOf(halves)})`);
  const list = buildLongList(own, { name: 'plain-list', draw });
  return [build('section', '', build('h3', 'mb-2 text-lg', `${title} (${ids.length})`), list)];
}
