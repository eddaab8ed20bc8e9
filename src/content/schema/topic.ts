import { z } from 'astro/zod';
import { hours, id, level, line, page } from './common.ts';
import { topicResource } from './resource.ts';

/** A finished topic. */
const publishedTopic = z.strictObject({
  ...page,
  /** The id of an area in content/areas.yaml. */
  area: id,
  level,
  hours,
  /** What the reader can do afterwards; each starts with a verb and can be observed. */
  outcomes: z.array(line(20, 160)).min(3).max(6),
  /** Topics to know first, each with the reason. The graph has no cycle. */
  prerequisites: z
    .array(z.strictObject({ topic: id, why: line(10, 160) }))
    .max(6)
    .default([]),
  /** Neighbors worth a look that are neither before nor after. */
  related: z.array(id).max(8).default([]),
  resources: z.array(topicResource).min(3).max(6),
});

/**
 * A topic that roadmaps name and nobody has written yet. It has no page, stays out of search and counts,
 * and shows as plain text where others name it.
 */
const draftTopic = z.strictObject({
  status: z.literal('draft'),
  title: page.title,
  area: id,
  aliases: page.aliases,
  asks: page.asks,
  searches: page.searches,
});

/** content/topics/<id>.mdx: one thing to understand, in one or a few sittings. */
export const topic = z.discriminatedUnion('status', [publishedTopic, draftTopic]);

export type Topic = z.infer<typeof topic>;
