import { z } from 'astro/zod';
import { id, line } from './common.ts';

/** An entry of content/areas.yaml: a field that topics belong to, in the order the index shows. */
export const area = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  title: line(2, 40).describe('What the area is called.'),
  summary: line(20, 160).describe('What belongs to it, one sentence.'),
});

export type Area = z.infer<typeof area>;
