import { z } from 'astro/zod';
import { id, level, line, sourceId } from './common.ts';

/** An external place to learn from. */
const link = {
  title: line(3, 120),
  url: z.url({ protocol: /^https$/u, error: 'must be an address that begins with https://' }).max(300),
  kind: z.enum(['specification', 'manual', 'paper', 'book', 'article', 'course', 'video', 'tool', 'community']),
  /** Who publishes it, not who sells it. */
  publisher: line(2, 80),
  access: z.enum(['free', 'registration', 'paid']),
};

/** A resource as a topic lists it. Specification, manual and paper count as primary. */
export const topicResource = z.strictObject({
  ...link,
  level,
  /** Time for the part named in `why`. */
  minutes: z.number().int().min(2).max(6000),
  /** Why this one, and which part to read. */
  why: line(20, 240),
  /** Exactly one resource of a topic carries `start: true`. */
  start: z.literal(true).optional(),
});

/** An entry of content/resources.yaml, shown on /resources/. */
export const resource = z.strictObject({
  id,
  title: link.title,
  /** Advice such as "write case studies" has no address. */
  url: link.url.optional(),
  publisher: link.publisher.optional(),
  access: link.access.optional(),
  group: z.enum(['certification', 'documentation', 'course', 'community', 'book', 'portfolio', 'related-path']),
  /** What it is good for, in one or two sentences. */
  why: line(20, 300),
  /** The wording of a source document, kept visible. */
  label: line(2, 160).optional(),
  sources: z.array(sourceId).max(6).default([]),
});

export type Resource = z.infer<typeof resource>;
