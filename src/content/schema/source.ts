import { z } from 'astro/zod';
import { id, line, siteAddress, sourceId } from './common.ts';

/** Words of the document: one line of it, or a row of one of its tables. */
const statement = z
  .strictObject({
    text: line(1, 400).optional().describe('The statement in the words of the document.'),
    cells: z.array(line(1, 80)).min(2).max(8).optional().describe('The row, in a section with columns.'),
    pages: z.array(siteAddress).max(12).default([]).describe('Pages of the site that treat it, the closest first.'),
    differs: z
      .array(id)
      .max(4)
      .default([])
      .describe('Disagreements of content/sources/disagreements.yaml it is part of.'),
  })
  .refine(({ text, cells }) => (text === undefined) !== (cells === undefined), 'must have either text or cells');

const section = z
  .strictObject({
    path: z.array(line(1, 90)).min(1).max(4).describe('The headings above the statements, the widest first.'),
    columns: z
      .array(line(1, 40))
      .min(2)
      .max(8)
      .optional()
      .describe('The head of a table, in the words of the document.'),
    statements: z.array(statement).min(1).max(60).describe('What the section says, in the order of the document.'),
  })
  .refine(
    ({ columns, statements }) => statements.every(({ cells }) => cells?.length === columns?.length),
    'must have as many cells in every statement as it has columns',
  );

/** content/sources/<id>/index.yaml: a document that figures or phrases come from, and all that it says. */
export const source = z.strictObject({
  title: line(3, 120).describe('The title of the document.'),
  publisher: line(2, 80).optional().describe('Who published it.'),
  year: z
    .number()
    .int()
    .min(1970)
    .max(2100)
    .nullable()
    .describe('The year of the document; null when it carries none.'),
  dated: line(3, 60).optional().describe('The date as the document states it.'),
  url: z
    .url({ protocol: /^https$/u, error: 'must be an address that begins with https://' })
    .max(300)
    .optional()
    .describe('Where to find it, when it is public.'),
  about: line(20, 300).describe('What it is.'),
  sections: z.array(section).min(1).max(120).describe('Its sections in order.'),
});

export type SourceData = z.infer<typeof source>;

/** An entry of content/sources/disagreements.yaml: a matter on which documents, or parts of one, say different things. */
export const disagreement = z.strictObject({
  id: id.describe('Its id, kebab-case.'),
  matter: line(5, 80).describe('What it is about: "Pay of a junior".'),
  sides: z
    .array(z.strictObject({ source: sourceId, says: line(5, 200).describe('What the document says, in brief.') }))
    .min(1)
    .max(5)
    .describe('What each document says on it; one side if a document contradicts itself.'),
});

export type Disagreement = z.infer<typeof disagreement>;
