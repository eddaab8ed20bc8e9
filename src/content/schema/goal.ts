import { z } from 'astro/zod';
import { id, line, siteAddress } from './common.ts';

/** An entry of content/goals.yaml: what someone comes to the site for, and where to begin. */
export const goal = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  title: line(8, 60).describe('In the reader\'s voice: "I want to choose a database".'),
  text: line(20, 160).describe('What they find.'),
  leads: z.array(siteAddress).min(1).max(4).describe('Where to begin, the best place first.'),
  onHome: z.boolean().default(false).describe('Whether it stands on the home page; all stand on the About page.'),
});

export type Goal = z.infer<typeof goal>;
