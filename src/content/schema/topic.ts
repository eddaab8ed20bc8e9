import { z } from 'astro/zod';
import { anchor, id, level, line, page } from './common.ts';
import { topicResource } from './resource.ts';

/** What the reader must leave with, which decides the shape of the page; docs/content-guide.md describes each. */
const topicKinds = ['first-steps', 'concept', 'tool', 'language', 'practice'] as const;

/** content/topics/<id>/index.mdx: one thing to understand, in one or a few sittings. */
export const topic = z.strictObject({
  ...page,
  area: id.describe('The id of an area in content/areas.yaml.'),
  level: level.describe('How far a learner has to be to use it.'),
  kind: z.enum(topicKinds).describe('What the reader leaves with, which decides the shape of the page.'),
  hours: z
    .strictObject({ practice: z.number().min(0.5).max(400).multipleOf(0.5).describe('Hours of practice, in halves.') })
    .describe('Hours of practice. The minutes of reading are computed from the text.'),
  outcomes: z
    .array(
      z.strictObject({
        text: line(20, 160).describe('What the reader can do afterwards; starts with a verb and can be observed.'),
        section: anchor.describe('The anchor of the heading whose section teaches it by showing it done.'),
      }),
    )
    .min(3)
    .max(6)
    .describe('What the reader can do afterwards, each with the section that teaches it.'),
  prerequisites: z
    .array(
      z.strictObject({
        topic: id.describe('The id of the topic to know first.'),
        why: line(10, 160).describe('Why it is needed, one sentence.'),
      }),
    )
    .max(6)
    .default([])
    .describe('Topics to know first, each with the reason. The graph has no cycle.'),
  related: z.array(id).max(8).default([]).describe('Neighbors worth a look that are neither before nor after.'),
  resources: z
    .array(topicResource)
    .min(2)
    .max(6)
    .describe('Where to go deeper, the best first; exactly one has `start: true`.'),
});
