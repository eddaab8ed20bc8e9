import { z } from 'astro/zod';
import { date } from './common.ts';

/** An entry of content/checked-links.yaml, which `npm run check:links` writes. */
export const checkedLink = z.strictObject({
  /** The address, without its fragment. */
  id: z.url({ protocol: /^https?$/u }),
  /** ok: it answered. broken: it is gone (404 or 410). unknown: anything else, such as a refusal or no answer. */
  state: z.enum(['ok', 'unknown', 'broken']),
  /** The day of the check. */
  checked: date,
});

export type CheckedLink = z.infer<typeof checkedLink>;
