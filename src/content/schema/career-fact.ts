import { z } from 'astro/zod';
import { id, line, siteAddress, sourceId } from './common.ts';

/** An entry of content/career.yaml: one statement of one source about careers, shown on /career/. */
export const careerFact = z.strictObject({
  id,
  /** Statements of a group stand together; conflicting ones stand side by side, none is merged. */
  group: z.enum(['ladder', 'market', 'duration', 'step', 'specialization', 'trend', 'portfolio', 'success-metric']),
  /** What the statement is about: "Senior Backend Engineer", "Remote". */
  label: line(2, 80),
  /** The statement in the source's wording. */
  text: line(2, 160),
  /** What else the source says on the point: years of experience, an assumption. */
  basis: line(2, 160).optional(),
  /** Our remark: what the figure leaves out, what it means for a learner. */
  note: line(15, 300).optional(),
  /** Rung of the ladder, for statements of the group `ladder`. */
  level: z.enum(['junior', 'mid', 'senior', 'staff']).optional(),
  /** Pages of the site where the matter is taught. */
  leads: z.array(siteAddress).max(4).default([]),
  source: sourceId,
});

export type CareerFact = z.infer<typeof careerFact>;
