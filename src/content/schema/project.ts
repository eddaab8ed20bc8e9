import { z } from 'astro/zod';
import { hours, id, level, line, page, sourced } from './common.ts';

/** content/projects/<id>.mdx: something to build, with acceptance criteria. */
export const project = z.strictObject({
  ...page,
  level: level.describe('How far a learner has to be to build it.'),
  hours: hours.describe('Hours of work.'),
  namedIn: z.array(sourced).max(5).default([]).describe('What a document calls it, and at which level.'),
  topics: z.array(id).min(3).max(14).describe('Topics the project exercises.'),
  requirements: z.array(line(20, 240)).min(4).max(16).describe('Each can be tested with yes or no.'),
  checklist: z.array(line(15, 200)).min(3).max(12).describe('What a reviewer looks for.'),
});
