import { copyText } from '#lib/browser/clipboard.ts';
import { download } from '#lib/browser/download.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { countText } from '#lib/wording.ts';
import type { Plan } from '../plan.ts';

const calendar = scriptPart(() => import('../calendar.ts'));
const link = (address: string) => new URL(address, location.href).href;

/** Exports of a plan, by the attribute of their button. Each returns what to tell the reader, if anything. */
export const planExports: Readonly<Record<string, (open: { readonly plan: Plan }) => string | Promise<string>>> = {
  calendar: async ({ plan }) => {
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
