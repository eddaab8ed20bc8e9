import { writeCompared } from '#features/progress/index.ts';
import { copyText } from '#lib/browser/clipboard.ts';
import { download } from '#lib/browser/download.ts';
import { countText } from '#lib/wording.ts';
import type { Plan } from '../plan.ts';
import { planJson, planMarkdown } from '../written-plan.ts';

/** A plan as it is on the page, with its whole address. */
export interface Shown {
  readonly plan: Plan;
  readonly address: string;
}

const link = (address: string) => new URL(address, location.href).href;

/** The ways to take a plan along, by the attribute of their button; each returns what to say, if anything. */
export const waysToTake: Readonly<Record<string, (shown: Shown) => string | Promise<string>>> = {
  calendar: async ({ plan }) => {
    const { planCalendar } = await import('../calendar.ts');
    download(planCalendar(plan, { now: Date.now(), link }), { name: 'wayline-plan.ics', type: 'text/calendar' });
    return `Saved as wayline-plan.ics with ${countText(plan.blocks.length, 'event')}. Open it with your calendar; a later file updates the same events.`;
  },
  copy: async ({ address }) => ((await copyText(address)) ? 'The link was copied. It holds the whole plan.' : address),
  compare: ({ address }) => {
    const fragment = writeCompared({ kind: 'plan', theirs: new URL(address).hash.slice(1), mine: undefined });
    location.assign(link(`../progress/#${fragment}`));
    return '';
  },
  print: () => {
    print();
    return '';
  },
  markdown: ({ plan, address }) => {
    download(planMarkdown(plan, { address, link }), { name: 'wayline-plan.md', type: 'text/markdown' });
    return 'Saved as wayline-plan.md.';
  },
  json: ({ plan, address }) => {
    download(planJson(plan, { address, link }), { name: 'wayline-plan.json', type: 'application/json' });
    return 'Saved as wayline-plan.json.';
  },
};
