import { z } from 'astro/zod';
import { id, line, siteAddress, sourced } from './common.ts';

/** An entry of content/goals.yaml: what somebody comes to the site for, and where to begin. */
export const goal = z.strictObject({
  id,
  /** In the reader's voice: "I want to choose a database". */
  title: line(8, 60),
  /** What they find. */
  text: line(20, 160),
  /** Where to begin, the best place first. */
  leads: z.array(siteAddress).min(1).max(4),
  /** Whether it stands on the home page; all stand on the About page. */
  onHome: z.boolean().default(false),
  /** The wordings of the source documents for this goal. */
  phrases: z.array(sourced).max(4).default([]),
});

export type Goal = z.infer<typeof goal>;
