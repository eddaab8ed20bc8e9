import { z } from 'astro/zod';
import { date, duration, id, line, page, sourced, sourceId } from './common.ts';

/** A topic as a roadmap shows it: one stop. */
const stop = z.strictObject({
  topic: id,
  /** The wordings of the source documents for this stop, kept visible where they differ from the topic's title. */
  labels: z.array(line(2, 160)).max(6).default([]),
  /** must: the line fails without it; should: expected on the job; could: when you need it. */
  need: z.enum(['must', 'should', 'could']).default('must'),
  /** Further topics that the source's wording also covers. */
  also: z.array(id).max(6).default([]),
});

/** Weeks of the plan, counted from 1. */
const weeks = z
  .strictObject({ from: z.number().int().min(1).max(120), to: z.number().int().min(1).max(120) })
  .refine((span) => span.from <= span.to, 'from must not be after to');

/** A branch of a choice: some phases of another roadmap, walked in place of this one's trunk. */
const branch = z.strictObject({
  roadmap: id,
  /** Ids of that roadmap's phases, in order. */
  phases: z.array(id).min(1).max(8),
  /** Whom this branch suits. */
  bestFor: line(10, 160),
});

const phase = z.strictObject({
  /** Unique in the roadmap; the anchor of the phase in the page's address. */
  id,
  title: line(3, 80),
  weeks: weeks.optional(),
  /** When the source's own span is not a range of weeks: "Role profile, core". */
  span: line(3, 60).optional(),
  /** What the learner can do at the end of the phase. */
  goal: line(20, 200),
  stops: z.array(stop).max(24).default([]),
  /** Pick one branch. A phase has stops, a choice, or stops before its choice. */
  choice: z
    .strictObject({
      branches: z.array(branch).min(2).max(8),
      /** The branch for a learner without a preference, and why. */
      default: id,
      why: line(20, 300),
    })
    .optional(),
  /** The project that proves the phase. */
  milestone: id.optional(),
  /** Questions or tasks that show whether the phase is done. */
  exitCheck: z.array(line(15, 200)).max(6).default([]),
  /** The documents this phase is taken from; empty when the plan is ours. */
  sources: z.array(sourceId).max(5).default([]),
});

/** content/roadmaps/<id>.mdx: an ordered selection of topics in phases. */
export const roadmap = z.strictObject({
  ...page,
  kind: z.enum(['main', 'language', 'framework', 'skill', 'level']),
  /** One to three characters that stand for the line together with its color. */
  badge: z.string().regex(/^[A-Z0-9#+][A-Za-z0-9#+]{0,2}$/u, 'must be one to three letters, digits, # or +'),
  /** The line's color: a name from src/styles/tokens.css. Unique among roadmaps. */
  color: id,
  audience: z.strictObject({
    for: z.array(line(10, 160)).min(1).max(6),
    notFor: z.array(line(10, 200)).min(1).max(6),
  }),
  /** What the reader can build afterwards. */
  builds: z.array(line(15, 160)).min(1).max(8),
  durations: z.array(duration).max(8).default([]),
  /** Difficulty of the roadmap, as a source states it. */
  difficulty: z.array(sourced).max(4).default([]),
  /** Learning curve of the language, as a source states it. Never merged with difficulty. */
  learningCurve: z.array(sourced).max(4).default([]),
  /** Other phrases of the sources about the line: focus, best for. */
  remarks: z
    .array(z.strictObject({ label: line(3, 40), text: line(3, 200), source: sourceId }))
    .max(8)
    .default([]),
  entryRequirements: z.array(line(10, 160)).max(6).default([]),
  phases: z.array(phase).min(1).max(16),
  /** Topics of a language's frameworks, the most used first; each gets pages by level of its own. */
  frameworks: z.array(id).max(6).default([]),
  /** What to take after the last stop. */
  next: z.array(id).max(10).default([]),
  leftOut: z
    .array(z.strictObject({ what: line(3, 80), why: line(10, 240) }))
    .max(10)
    .default([]),
  changes: z
    .array(z.strictObject({ date, what: line(5, 200) }))
    .min(1)
    .max(60),
});

export type Roadmap = z.infer<typeof roadmap>;
