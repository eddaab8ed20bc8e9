import { z } from 'astro/zod';
import { date, duration, id, line, page, siteAddress, sourced, sourceId } from './common.ts';

/** A topic as a roadmap shows it: one stop. */
const stop = z.strictObject({
  topic: id.describe('The id of the topic.'),
  labels: z
    .array(line(2, 160))
    .max(6)
    .default([])
    .describe(
      "The wordings of the source documents for this stop, kept visible where they differ from the topic's title.",
    ),
  need: z
    .enum(['must', 'should', 'could'])
    .default('must')
    .describe('must: the line fails without it; should: expected on the job; could: when you need it.'),
  also: z.array(id).max(6).default([]).describe("Further topics that the source's wording also covers."),
});

/** Weeks of the plan, counted from 1. */
const weeks = z
  .strictObject({
    from: z.number().int().min(1).max(120).describe('The first week.'),
    to: z.number().int().min(1).max(120).describe('The last week.'),
  })
  .refine((span) => span.from <= span.to, 'from must not be after to');

/** A branch of a choice: some phases of another roadmap, walked in place of this one's trunk. */
const branch = z.strictObject({
  roadmap: id.describe('The id of the roadmap that the branch takes phases from.'),
  phases: z.array(id).min(1).max(8).describe("Ids of that roadmap's phases, in order."),
  bestFor: line(10, 160).describe('Whom this branch suits.'),
});

const phase = z.strictObject({
  id: id.describe("Unique in the roadmap; the anchor of the phase in the page's address."),
  title: line(3, 80).describe('What the phase is called.'),
  weeks: weeks.optional().describe('The weeks of the plan that the phase takes, counted from 1.'),
  span: line(3, 60).optional().describe('When the source\'s own span is not a range of weeks: "Role profile, core".'),
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
  sources: z
    .array(sourceId)
    .max(5)
    .default([])
    .describe('The documents this phase is taken from; empty when the plan is ours.'),
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
  durations: z.array(duration).max(8).default([]).describe('How long it takes, as sources state it.'),
  difficulty: z.array(sourced).max(4).default([]).describe('Difficulty of the roadmap, as a source states it.'),
  learningCurve: z
    .array(sourced)
    .max(4)
    .default([])
    .describe('Learning curve of the language, as a source states it. Never merged with difficulty.'),
  remarks: z
    .array(
      z.strictObject({
        label: line(3, 40).describe('What the phrase is about: "Focus", "Best for".'),
        text: line(3, 200).describe('The phrase, in the words of the source.'),
        source: sourceId,
      }),
    )
    .max(8)
    .default([])
    .describe('Other phrases of the sources about the line: focus, best for.'),
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
