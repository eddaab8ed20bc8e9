import { z } from 'astro/zod';
import { duration, id, line, page, sourced, sourceId } from './common.ts';

const careerLevel = z.enum(['junior', 'mid', 'senior', 'staff']);

/** A skill in a source's words, with the topics that teach it. */
const skill = z.strictObject({ label: line(2, 160), topics: z.array(id).min(1).max(6), source: sourceId });

/** One cell of the matrix: what is expected at a level in an area. */
const cell = z.strictObject({
  can: line(20, 220),
  topics: z.array(id).max(6).default([]),
  questions: z.array(id).max(4).default([]),
});

/** Yearly pay in thousands of US dollars. */
const salary = z.strictObject({
  low: z.number().int().min(10).max(1000),
  high: z.number().int().min(10).max(1000),
  /** The source writes a plus sign after the upper figure. */
  open: z.boolean().default(false),
  /** Missing when the source names no level. */
  level: careerLevel.optional(),
  /** Years of experience the source attaches to the level. */
  experience: line(3, 40).optional(),
  /** Missing when the source names no region. */
  region: line(2, 40).optional(),
  note: line(3, 160).optional(),
  source: sourceId,
});

/** content/roles/<id>.mdx: a job. */
export const role = z.strictObject({
  ...page,
  tier: z.enum(['main', 'level', 'specialization']),
  /** The role's name in each source document. */
  namedIn: z.array(sourced).max(5).default([]),
  salary: z.array(salary).max(16).default([]),
  /** Demand in fifths, as a source states it. */
  demand: z
    .array(
      z.strictObject({ outOfFive: z.number().int().min(1).max(5), note: line(3, 120).optional(), source: sourceId }),
    )
    .max(4)
    .default([]),
  growth: z.array(sourced).max(4).default([]),
  remote: z.array(sourced).max(4).default([]),
  companies: z
    .array(z.strictObject({ names: z.array(line(2, 40)).min(1).max(12), source: sourceId }))
    .max(3)
    .default([]),
  durations: z.array(duration).max(8).default([]),
  difficulty: z.array(sourced).max(4).default([]),
  /** Roadmaps that lead here, the best first. */
  roadmaps: z.array(id).min(1).max(10),
  responsibilities: z.array(line(15, 200)).min(3).max(8),
  skills: z.strictObject({
    core: z.array(skill).max(16).default([]),
    advanced: z.array(skill).max(16).default([]),
    /** Stacks, implementations and other lists of the sources. */
    other: z.array(skill).max(24).default([]),
  }),
  /** Skills by level and area. */
  matrix: z
    .array(z.strictObject({ area: id, junior: cell, mid: cell, senior: cell, staff: cell }))
    .max(10)
    .default([]),
  /** What convinces somebody who hires for it. */
  portfolio: z.array(line(20, 220)).max(6).default([]),
  misconceptions: z
    .array(z.strictObject({ claim: line(10, 160), truth: line(20, 300) }))
    .max(6)
    .default([]),
  /** Roles next to this one. */
  neighbors: z.array(id).max(6).default([]),
});

export type Role = z.infer<typeof role>;
