import { z } from 'astro/zod';
import { id, level, line } from '#content/schema/common.ts';

/** content/labs/<id>/index.mdx: one thing to make work, checked in the page. */
export const lab = z.strictObject({
  title: line(4, 70).describe('What the reader makes, as a thing to do: "Refuse a second order with the same key".'),
  summary: line(60, 160).describe('One sentence for lists and search results: the situation and what is asked.'),
  topic: id.describe('The id of the topic that this lab belongs to: the name of a folder or file in content/topics.'),
  section: id.optional().describe('The anchor of the section of that topic that prepares the lab.'),
  language: z.enum(['js', 'sql', 'python']).describe('Which engine runs it.'),
  level: level.describe('How far a learner has to be.'),
  minutes: z.number().int().min(3).max(60).describe('How long a learner of that level takes. Our estimate.'),
  hints: z
    .array(line(20, 400))
    .min(2)
    .max(4)
    .describe('Each leads one step further; the last one nearly gives it away. Backticks make code.'),
  why: line(60, 900).describe('Why the solution works, shown below it. Two to five sentences; backticks make code.'),
  broken: z
    .boolean()
    .default(false)
    .describe('Whether it starts from broken code and evidence: text that the starter prints, shown in the task.'),
  order: z
    .number()
    .int()
    .min(1)
    .max(99)
    .optional()
    .describe('Its place among the first steps of the Beginner path, from 1. Only first steps have one.'),
});

export type LabData = z.infer<typeof lab>;

const name = line(8, 120).describe(
  'What holds when it passes, as a sentence: "Customers without orders are listed too".',
);
const message = line(20, 400).optional().describe('What to tell the reader, before what was expected and found.');
const given = z
  .string()
  .min(10)
  .optional()
  .describe(
    'SQL that is run behind seed.sql; the script of the reader then runs again. Catches answers that fit one set of rows only.',
  );
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A value as an author writes it in checks.yaml. */
export type Cell = z.infer<typeof cell>;

const rows = z
  .array(z.array(cell))
  .describe('Rows as lists of values. Numbers are compared as numbers; dates and JSON as PostgreSQL prints them.');
const ordered = z.boolean().default(false).describe('Whether the order of rows counts.');
const common = { name, message, given };

const pattern = z.string().refine(isPattern, 'must be a regular expression with the flag u');

function isPattern(text: string): boolean {
  try {
    RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

/** One entry of content/labs/<id>/checks.yaml. */
const sqlCheck = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('result').describe('Compares the rows of the last statement of the reader that gives any.'),
    columns: z.array(z.string()).optional().describe('The names of the columns, when they matter.'),
    rows,
    ordered,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('state').describe('Compares what a query finds after the script of the reader.'),
    query: z.string().min(8),
    rows,
    ordered,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('error').describe('A statement that the database must refuse after the script of the reader.'),
    statement: z.string().min(8),
    sqlstate: z
      .string()
      .regex(/^(?:none|[0-9A-Z]{5})$/u, 'must be five characters such as 23505, or none')
      .describe('The SQLSTATE that it must fail with; none: it must succeed.'),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('plan').describe('Looks for node types and names of indexes and tables in EXPLAIN.'),
    query: z.string().min(8).optional().describe("Without it, the reader's own last query."),
    has: z.array(z.string()).min(1).optional(),
    hasNot: z.array(z.string()).min(1).optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('uses').describe('Looks for words in the script, without comments and strings, in lower case.'),
    has: z.array(pattern).min(1).optional().describe('Regular expressions.'),
    hasNot: z.array(pattern).min(1).optional(),
  }),
]);

/** A check of an SQL lab, as the engine gets it. */
export type SqlCheck = z.infer<typeof sqlCheck>;

export const sqlChecks = z.array(sqlCheck).min(1).max(12);
