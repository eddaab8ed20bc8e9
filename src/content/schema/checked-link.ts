import { z } from 'astro/zod';
import { date } from './common.ts';

/** An entry of content/checked-links.yaml, which `npm run check:links` writes. */
export const checkedLink = z.strictObject({
  id: z.url({ protocol: /^https?$/u }).describe('The address, without its fragment.'),
  state: z
    .enum(['ok', 'unknown', 'broken'])
    .describe(
      'ok: it answered. broken: it is gone (404 or 410). unknown: anything else, such as a refusal or no answer.',
    ),
  checked: date.describe('The day of the check.'),
});

export type CheckedLink = z.infer<typeof checkedLink>;
