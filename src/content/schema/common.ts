import { z } from 'astro/zod';
import { levels } from '../level.ts';

/** Bounded single-line text: no line breaks, no leading or trailing blanks. */
export const line = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^\S(.*\S)?$/u, 'must be one line without blanks at either end');

/** An id: the file's name without its ending, kebab-case, permanent. */
export const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be kebab-case: lower-case letters, digits, hyphens');

/** The anchor of a heading, as `anchorOf` makes it. */
export const anchor = z
  .string()
  .max(120)
  .regex(/^[\p{L}\p{N}_-]+$/u, 'must be the anchor of a heading, such as set-a-timeout');

/** An address on this site, from its root: `/topics/indexing/`. */
export const siteAddress = z
  .string()
  .max(120)
  .regex(/^\/(?:[a-z0-9-]+\/)*(?:#[a-z0-9-]+)?$/u, 'must be an address of the site such as /topics/indexing/');

/** A calendar date, YYYY-MM-DD. YAML readers that turn it into a Date are accepted. */
export const date = z.preprocess(
  (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value),
  z.iso.date('must be a real date written YYYY-MM-DD'),
);

/** How far a learner has to be to use this. Our editorial estimate. */
export const level = z.enum(levels);

/** The id of a document, a folder of content/sources/: where a figure or a phrase comes from. */
export const sourceId = id.describe(
  'The id of a document, a folder of content/sources/: where a figure or a phrase comes from.',
);

/** Hours of study including practice. Our editorial estimate. */
export const hours = z
  .strictObject({
    min: z.number().min(0.5).max(400).describe('The fewest hours.'),
    max: z.number().min(0.5).max(400).describe('The most hours.'),
  })
  .refine((range) => range.min <= range.max, 'min must not be above max');

/** A statement together with the document it was taken from. */
export const sourced = z.strictObject({
  text: line(1, 160).describe('The statement, in the words of the source.'),
  source: sourceId,
  note: line(3, 200).optional().describe('What the reader should know about this figure, for example its region.'),
});

/** A stated length of study or experience. */
export const duration = z
  .strictObject({
    min: z.number().positive().max(500).describe('The fewest of the unit.'),
    max: z.number().positive().max(500).optional().describe('Leave out for an open end ("5+ years").'),
    unit: z.enum(['weeks', 'months', 'years']).describe('What min and max count.'),
    basis: line(3, 160).optional().describe('What the figure assumes: "15 to 20 hours a week", "with a bootcamp".'),
    source: sourceId,
  })
  .refine(({ min, max = min }) => min <= max, 'min must not be above max: compare with the source');

/** Fields that every page of the site has. */
export const page = {
  title: line(2, 90).describe('Unique over the site; what the page is called everywhere.'),
  summary: line(60, 160).describe('One sentence for lists, search results and link previews.'),
  aliases: z
    .array(line(1, 60))
    .max(16)
    .default([])
    .describe('Other names that people type: k8s, pg, authn. Unique over the site.'),
  reviewed: date.describe('The day someone last read the page against its sources. Never in the future.'),
  status: z
    .literal('published')
    .describe(
      '`published` for a finished page. A file with `draft` may hold anything: the development server shows it at /drafts/, and nothing else reads it.',
    ),
  formerIds: z.array(id).max(8).default([]).describe('Ids this page had before; each gets a redirect.'),
};
