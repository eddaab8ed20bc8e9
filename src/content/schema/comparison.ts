import { z } from 'astro/zod';
import { id, line, page, sourceId } from './common.ts';

/** content/comparisons/<id>.mdx: one row per thing. */
export const comparison = z.strictObject({
  ...page,
  subject: line(3, 30).describe('What one row is: "Language", "Framework".'),
  columns: z
    .array(
      z.strictObject({
        id: id.describe('Its id, kebab-case, unique in the comparison.'),
        label: line(2, 40).describe('The heading of the column.'),
        source: sourceId
          .optional()
          .describe('The document whose rating the column is; missing when the column is ours.'),
        order: z
          .array(line(1, 40))
          .max(12)
          .optional()
          .describe('Values in ascending order, so that a column of words sorts by meaning.'),
      }),
    )
    .min(2)
    .max(6)
    .describe('What decides, the most important first.'),
  decisions: z
    .array(
      z.strictObject({
        when: line(5, 160).describe('The case, after "If": "you learn your first language".'),
        take: line(2, 120).describe('What to take then.'),
      }),
    )
    .min(2)
    .max(9)
    .describe('The answer for those who read no further, the most common case first.'),
  rows: z
    .array(
      z.strictObject({
        id: id.describe('Its id, kebab-case, unique in the comparison.'),
        name: line(1, 60).describe('What the thing is called.'),
        topic: id.optional().describe('The topic about it, if there is one.'),
        roadmap: id.optional().describe('The roadmap about it, if there is one.'),
        cells: z.record(id, line(1, 200)).describe('Column id to cell; a missing cell stays empty.'),
      }),
    )
    .min(2)
    .max(60)
    .describe('The things compared.'),
});
