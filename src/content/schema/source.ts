import { z } from 'astro/zod';
import { id, line } from './common.ts';

/** An entry of content/sources.yaml: a document that figures or phrases come from. */
export const source = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  title: line(3, 120).describe('The title of the document.'),
  publisher: line(2, 80).optional().describe('Who published it.'),
  year: z
    .number()
    .int()
    .min(1970)
    .max(2100)
    .nullable()
    .describe('The year of the document; null when it carries none and is shown as "undated".'),
  dated: line(3, 60).optional().describe('The date as the document states it.'),
  url: z
    .url({ protocol: /^https$/u, error: 'must be an address that begins with https://' })
    .max(300)
    .optional()
    .describe('Where to find it, when it is public.'),
  about: line(20, 300).describe('What it is and how we use it.'),
});

export type Source = z.infer<typeof source>;
