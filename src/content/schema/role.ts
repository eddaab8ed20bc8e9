import { z } from 'astro/zod';
import { duration, id, line, page, sourced, sourceId } from './common.ts';

const careerLevel = z.enum(['junior', 'mid', 'senior', 'staff']);

/** A skill, with the topics that teach it. */
const skill = z.strictObject({
  label: line(2, 160).describe('The skill in a few words.'),
  topics: z.array(id).min(1).max(6).describe('Topics that teach it.'),
});

/** One cell of the matrix: what is expected at a level in an area. */
const cell = z.strictObject({
  can: line(20, 220).describe('What someone at this level can do, starting with a verb.'),
  topics: z.array(id).max(6).default([]).describe('Topics that teach it.'),
  questions: z.array(id).max(4).default([]).describe('Interview questions that test it.'),
});

/** Yearly pay in thousands of US dollars. */
const salary = z
  .strictObject({
    low: z.number().int().min(10).max(1000).describe('The lower figure, in thousands of US dollars.'),
    high: z.number().int().min(10).max(1000).describe('The upper figure, in thousands of US dollars.'),
    open: z.boolean().default(false).describe('The source writes a plus sign after the upper figure.'),
    level: careerLevel.optional().describe('Missing when the source names no level.'),
    experience: line(3, 40).optional().describe('Years of experience the source attaches to the level.'),
    region: line(2, 40).optional().describe('Missing when the source names no region.'),
    note: line(3, 160).optional().describe('What the reader should know about the figure.'),
    source: sourceId,
  })
  .refine(({ low, high }) => low <= high, 'low must not be above high: compare with the source');

/** content/roles/<id>.mdx: a job. */
export const role = z.strictObject({
  ...page,
  namedIn: z.array(sourced).max(5).default([]).describe("The role's name in each source document."),
  salary: z.array(salary).max(16).default([]).describe('Yearly pay in thousands of US dollars, as sources state it.'),
  demand: z
    .array(
      z.strictObject({
        outOfFive: z.number().int().min(1).max(5).describe('Demand from 1 to 5.'),
        note: line(3, 120).optional().describe('What the reader should know about the figure.'),
        source: sourceId,
      }),
    )
    .max(4)
    .default([])
    .describe('Demand in fifths, as a source states it.'),
  growth: z.array(sourced).max(4).default([]).describe('How demand grows, as sources state it.'),
  companies: z
    .array(
      z.strictObject({ names: z.array(line(2, 40)).min(1).max(12).describe('Names of companies.'), source: sourceId }),
    )
    .max(3)
    .default([])
    .describe('Companies that hire for it, as sources name them.'),
  durations: z.array(duration).max(8).default([]).describe('How long it takes to get there, as sources state it.'),
  roadmaps: z.array(id).min(1).max(10).describe('Roadmaps that lead here, the best first.'),
  responsibilities: z.array(line(15, 200)).min(3).max(8).describe('What someone in this job does, one sentence each.'),
  skills: z
    .strictObject({
      core: z.array(skill).max(16).default([]).describe('Skills that everyone in the job has.'),
      advanced: z.array(skill).max(16).default([]).describe('Skills that set people apart.'),
      other: z.array(skill).max(24).default([]).describe('Stacks and tools.'),
    })
    .describe('Skills, each with the topics that teach it.'),
  matrix: z
    .array(
      z.strictObject({
        area: id.describe('The id of an area in content/areas.yaml.'),
        junior: cell.describe('What a junior can do.'),
        mid: cell.describe('What a mid-level engineer can do.'),
        senior: cell.describe('What a senior can do.'),
        staff: cell.describe('What a staff engineer can do.'),
      }),
    )
    .max(10)
    .default([])
    .describe('Skills by level and area.'),
  portfolio: z.array(line(20, 220)).max(6).default([]).describe('What convinces someone who hires for it.'),
  misconceptions: z
    .array(
      z.strictObject({
        claim: line(10, 160).describe('What people believe.'),
        truth: line(20, 300).describe('What is true.'),
      }),
    )
    .max(6)
    .default([])
    .describe('What people believe about the job and what is true.'),
  neighbors: z.array(id).max(6).default([]).describe('Roles next to this one.'),
});
