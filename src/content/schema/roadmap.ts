import { z } from 'astro/zod';
import { date, id, line, page, siteAddress, sourceId } from './common.ts';

/** A topic as a roadmap shows it: one stop. */
const stop = z.strictObject({
  topic: id.describe('The id of the topic.'),
  need: z
    .enum(['must', 'should', 'could'])
    .default('must')
    .describe('must: the line fails without it; should: expected on the job; could: when you need it.'),
  also: z.array(id).max(6).default([]).describe('Further topics that the stop covers.'),
});

/** A branch of a choice: some phases of another roadmap, walked in place of this one's trunk. */
const branch = z.strictObject({
  roadmap: id.describe('The id of the roadmap that the branch takes phases from.'),
  phases: z.array(id).min(1).max(8).describe("Ids of that roadmap's phases, in order."),
  bestFor: line(10, 160).describe('Whom this branch suits.'),
});

const phase = z.strictObject({
  id: id.describe("Unique in the roadmap; the anchor of the phase in the page's address."),
  title: line(3, 80).describe('What the phase is called.'),
  goal: line(20, 200).describe('What the learner can do at the end of the phase.'),
  stops: z.array(stop).max(24).default([]).describe('The topics of the phase in order.'),
  choice: z
    .strictObject({
      branches: z.array(branch).min(2).max(8).describe('The branches to choose from.'),
      default: id.describe('The branch for a learner without a preference, and why.'),
      why: line(20, 300).describe('The reason, one sentence.'),
    })
    .optional()
    .describe('Pick one branch. A phase has stops, a choice, or stops before its choice.'),
  milestone: id.optional().describe('The project that proves the phase.'),
  exitCheck: z
    .array(line(15, 200))
    .max(6)
    .default([])
    .describe('Questions or tasks that show whether the phase is done.'),
});

/** content/roadmaps/<id>.mdx: an ordered selection of topics in phases. */
export const roadmap = z.strictObject({
  ...page,
  kind: z
    .enum(['main', 'language', 'framework', 'skill', 'level'])
    .describe('What the roadmap is about; decides where it is listed.'),
  badge: z
    .string()
    .regex(/^[A-Z0-9#+][A-Za-z0-9#+]{0,2}$/u, 'must be one to three letters, digits, # or +')
    .describe('One to three characters that stand for the line together with its color.'),
  color: id.describe("The line's color: a name from src/styles/tokens.css. Unique among roadmaps."),
  audience: z
    .strictObject({
      for: z.array(line(10, 160)).min(1).max(6).describe('People it suits, one sentence each.'),
      notFor: z.array(line(10, 200)).min(1).max(6).describe('People who should take another, and which.'),
    })
    .describe('Whom the roadmap is for.'),
  builds: z.array(line(15, 160)).min(1).max(8).describe('What the reader can build afterwards.'),
  listed: z
    .strictObject({
      focus: line(3, 80).describe('The focus, in the words of the document.'),
      duration: line(3, 40).describe('How long it takes, in the words of the document.'),
      difficulty: line(3, 40).describe('How hard it is, in the words of the document.'),
      source: sourceId,
    })
    .optional()
    .describe('The row of a document that lists the roadmap; one line of the page.'),
  begin: z
    .strictObject({
      lab: id.describe('The id of the lab to begin with: a folder in content/labs.'),
      needs: line(10, 160).describe('What to install before the first topic, one sentence.'),
      install: siteAddress.describe('Where the site says how to install it.'),
    })
    .optional()
    .describe('For people who have never programmed: a first lab before the first topic, and what they need after it.'),
  entryRequirements: z.array(line(10, 160)).max(6).default([]).describe('What you need before the first topic.'),
  phases: z.array(phase).min(1).max(16).describe('The phases in order.'),
  next: z.array(id).max(10).default([]).describe('What to take after the last stop.'),
  leftOut: z
    .array(
      z.strictObject({
        what: line(3, 80).describe('What it is, in a few words.'),
        why: line(10, 240).describe('The reason, one sentence.'),
      }),
    )
    .max(10)
    .default([])
    .describe('What is missing on purpose.'),
  changes: z
    .array(
      z.strictObject({
        date: date.describe('The day, YYYY-MM-DD.'),
        what: line(5, 200).describe('What it is, in a few words.'),
      }),
    )
    .min(1)
    .max(60)
    .describe('What changed and when, the newest first.'),
});

export type Roadmap = z.infer<typeof roadmap>;
