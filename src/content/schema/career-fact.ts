import { z } from 'astro/zod';
import { id, line, sourceId } from './common.ts';

/** An entry of content/career.yaml: the pay of one step of a career as one document states it, shown on /career/. */
export const careerFact = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  label: line(2, 80).describe('Whose pay it is: "Senior Backend Engineer".'),
  pay: line(2, 40).describe('The pay a year: "$150K-$210K".'),
  experience: line(3, 40).optional().describe('Years of experience that the document attaches to it.'),
  country: line(2, 40).optional().describe('Missing when the document names none.'),
  source: sourceId,
});

export type CareerFact = z.infer<typeof careerFact>;
