import { z } from 'astro/zod';
import { id, line } from './common.ts';

/** An entry of content/sources.yaml: a document that figures or phrases come from. */
export const source = z.strictObject({
  id,
  title: line(3, 120),
  publisher: line(2, 80).optional(),
  /** The year of the document; null when it carries none and is shown as "undated". */
  year: z.number().int().min(1970).max(2100).nullable(),
  /** The date as the document states it. */
  dated: line(3, 60).optional(),
  /** Where to find it, when it is public. */
  url: z
    .url({ protocol: /^https$/u, error: 'must be an address that begins with https://' })
    .max(300)
    .optional(),
  /** What it is and how we use it. */
  about: line(20, 300),
});

export type Source = z.infer<typeof source>;
