import { z } from 'astro/zod';
import { hours, id, level, line, page, sourced } from './common.ts';

/** content/projects/<id>.mdx: something to build, with acceptance criteria. */
export const project = z.strictObject({
  ...page,
  level,
  hours,
  /** What a source calls it, and at which level. */
  namedIn: z.array(sourced).max(5).default([]),
  /** Topics the project exercises. */
  topics: z.array(id).min(3).max(14),
  /** Each can be tested with yes or no. */
  requirements: z.array(line(20, 240)).min(4).max(16),
  /** What a reviewer looks for. */
  checklist: z.array(line(15, 200)).min(3).max(12),
});

export type Project = z.infer<typeof project>;
