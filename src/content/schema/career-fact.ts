import { z } from 'astro/zod';
import { id, line, siteAddress, sourceId } from './common.ts';

/** An entry of content/career.yaml: one statement of one source about careers, shown on /career/. */
export const careerFact = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  group: z
    .enum(['ladder', 'market', 'step', 'specialization', 'portfolio'])
    .describe('Statements of a group stand together; conflicting ones stand side by side, none is merged.'),
  label: line(2, 80).describe('What the statement is about: "Senior Backend Engineer", "Remote".'),
  text: line(2, 160).describe('The figure or the phrase.'),
  basis: line(2, 160)
    .optional()
    .describe('What else the source says on the point: years of experience, an assumption.'),
  note: line(15, 300).optional().describe('Our remark: what the figure leaves out, what it means for a learner.'),
  level: z
    .enum(['junior', 'mid', 'senior', 'staff'])
    .optional()
    .describe('Rung of the ladder, for statements of the group `ladder`.'),
  leads: z.array(siteAddress).max(4).default([]).describe('Pages of the site where the matter is taught.'),
  source: sourceId,
});

export type CareerFact = z.infer<typeof careerFact>;
