import { z } from 'astro/zod';
import { date, id, line, page, siteAddress, sourceId } from './common.ts';

/** A topic as a roadmap shows it. */
const stop = z.strictObject({
  topic: id.describe('The id of the topic.'),
  need: z
    .enum(['must', 'should', 'could'])
    .describe('must: an interview or the first month needs it; should: expected on the job; could: when you need it.'),
  why: line(15, 140).describe('Why the job needs it, one short sentence.'),
  labs: z.array(id).max(12).default([]).describe('Labs that are done here, in order: folders in content/labs.'),
  step: line(10, 220).optional().describe('The step of the project, or the exercise, that is done here.'),
});

/** A branch of a choice. The same id in a later phase is the same branch, continued. */
const branch = z.strictObject({
  id: id.describe('The id of the branch. Where a roadmap of that id exists, the branch links to it.'),
  title: line(2, 60).describe('What the branch is called.'),
  bestFor: line(10, 160).optional().describe('Whom the branch suits; where the choice is made.'),
  stops: z.array(stop).min(1).max(24).describe('The topics of the branch in this phase, in order.'),
});

const phase = z.strictObject({
  id: id.describe("Unique in the roadmap; the anchor of the phase in the page's address."),
  title: line(3, 80).describe('What the phase is called.'),
  goal: line(20, 200).describe('What the learner can do at the end of the phase.'),
  formerIds: z.array(id).max(24).default([]).describe('Ids of earlier phases whose links lead here now.'),
  stops: z.array(stop).max(30).default([]).describe('The topics of the phase in order.'),
  choice: z
    .strictObject({
      branches: z.array(branch).min(1).max(12).describe('The branches to choose from, or those that go on here.'),
      default: id.optional().describe('The branch for a learner without a preference; only where the choice is made.'),
      why: line(20, 300).optional().describe('Why the default is the default, one or two sentences.'),
    })
    .optional()
    .describe('Pick one branch, for this phase and all later ones.'),
  exitCheck: z
    .array(line(15, 240))
    .min(2)
    .max(4)
    .describe('What shows that the phase is done, verified by the learner.'),
});

/** content/roadmaps/<id>.mdx: an ordered selection of topics in phases. */
export const roadmap = z.strictObject({
  ...page,
  summary: line(40, 220).describe('The promise: who the reader is at the end, one or two sentences.'),
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
  builds: z
    .array(
      z.strictObject({
        what: line(15, 200).describe('A part of what the reader has built at the end.'),
        topics: z.array(id).min(1).max(16).describe('The stops that teach it.'),
      }),
    )
    .min(1)
    .max(8)
    .describe('What the reader will have built, and the stops that teach each part.'),
  capstone: id.describe('The project that proves the roadmap: a file in content/projects.'),
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
  knownFrom: z.array(id).max(6).default([]).describe('Roadmaps done before: their must- and should-stops are known.'),
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

export type RoadmapStop = z.infer<typeof stop>;
