import { z } from 'astro/zod';
import { id, line, page, sourceId } from './common.ts';

/** content/comparisons/<id>.mdx: one row per thing. */
export const comparison = z.strictObject({
  ...page,
  /** What one row is: "Language", "Framework". */
  subject: line(3, 30),
  columns: z
    .array(
      z.strictObject({
        id,
        label: line(2, 40),
        /** The document that the column's cells come from; missing when the column is ours. */
        source: sourceId.optional(),
        /** Values in ascending order, so that a column of words sorts by meaning. */
        order: z.array(line(1, 40)).max(12).optional(),
      }),
    )
    .min(2)
    .max(12),
  rows: z
    .array(
      z.strictObject({
        id,
        name: line(1, 60),
        topic: id.optional(),
        roadmap: id.optional(),
        /** Column id to cell; a missing cell means that the source says nothing. */
        cells: z.record(id, line(1, 200)),
      }),
    )
    .min(2)
    .max(60),
});

export type Comparison = z.infer<typeof comparison>;
