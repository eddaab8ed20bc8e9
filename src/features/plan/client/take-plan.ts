import { writeCompared } from '#features/progress/index.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { download } from '#lib/browser/download.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { countText } from '#lib/wording.ts';
import type { Plan } from '../plan.ts';
import { planMarkdown } from '../plan-words.ts';
import type { PlanRequest } from '../request.ts';

/** A plan as it is on the page. */
interface OpenPlan {
  readonly plan: Plan;
  readonly request: PlanRequest;
  /** The fragment of its address. */
  readonly address: string;
}

const calendar = scriptPart(() => import('../calendar.ts'));
const link = (address: string) => new URL(address, location.href).href;

/** The ways to take a plan along, by the attribute of their button; each returns what to say, if anything. */
export const waysToTake: Readonly<Record<string, (open: OpenPlan) => string | Promise<string>>> = {
  calendar: async ({ plan }) => {
    const part = await calendar.load();
    if (!part) return '';
    download(part.planCalendar(plan, { now: Date.now(), link }), { name: 'wayline-plan.ics', type: 'text/calendar' });
    return `Downloaded wayline-plan.ics with ${countText(plan.blocks.length, 'event')}. Open it with your calendar; a later file updates the same events.`;
  },
  share: async () =>
    (await copyText(location.href))
      ? 'The link was copied. It holds the whole plan.'
      : `Copy this link: ${location.href}`,
  compare: ({ address }) => {
    location.assign(link(`../progress/#${writeCompared({ kind: 'plan', theirs: address, mine: undefined })}`));
    return '';
  },
  print: () => {
    print();
    return '';
  },
  markdown: ({ plan, request }) => {
    const text = planMarkdown(plan, { request, address: location.href, link });
    download(text, { name: 'wayline-plan.md', type: 'text/markdown' });
    return 'Downloaded wayline-plan.md.';
  },
};
