import { z } from 'astro/zod';
import { id, level, line, page } from './common.ts';

/** content/questions/<id>.mdx: an interview question or a design challenge. The title is the question as asked. */
export const question = z.strictObject({
  ...page,
  title: line(8, 160),
  kind: z.enum(['concept', 'design-challenge', 'coding', 'behavioral']),
  level,
  /** Roles whose interviews ask it. */
  roles: z.array(id).min(1).max(19),
  /** Topics that hold the knowledge; the first is the main one. */
  topics: z.array(id).min(1).max(8),
  /** How often it is asked. Our editorial estimate. */
  frequency: z.enum(['rare', 'sometimes', 'often', 'very-often']),
  /** What the interviewer wants to find out. */
  probes: line(30, 300),
  followUps: z
    .array(z.strictObject({ ask: line(8, 200), direction: line(20, 400) }))
    .min(2)
    .max(4),
  rubric: z.strictObject({ weak: line(20, 400), good: line(20, 400), strong: line(20, 400) }),
  /** Front and back of a card for spaced repetition, at most 40 words each. */
  card: z.strictObject({ front: line(8, 300), back: line(8, 320) }),
});

export type Question = z.infer<typeof question>;
