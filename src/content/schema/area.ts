import { z } from 'astro/zod';
import { id, line } from './common.ts';

/** An entry of content/areas.yaml: a field that topics belong to, in the order the index shows. */
export const area = z.strictObject({ id, title: line(2, 40), summary: line(20, 160) });

export type Area = z.infer<typeof area>;
