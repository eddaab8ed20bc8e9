import { z } from 'astro/zod';
import { date, id, line, siteAddress, sourceId } from './common.ts';

/** An entry of content/areas.yaml: a field that topics belong to, in the order the index shows. */
export const area = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  title: line(2, 40).describe('What the area is called.'),
  summary: line(20, 160).describe('What belongs to it, one sentence.'),
});

/** An entry of content/career.yaml: the pay of one step of a career as one document states it, shown on /career/. */
export const careerFact = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  label: line(2, 80).describe('Whose pay it is: "Senior Backend Engineer".'),
  pay: line(2, 40).describe('The pay a year: "$150K-$210K".'),
  experience: line(3, 40).optional().describe('Years of experience that the document attaches to it.'),
  country: line(2, 40).optional().describe('Missing when the document names none.'),
  source: sourceId,
});

/** An entry of content/checked-links.yaml, which `npm run check:links` writes. */
export const checkedLink = z.strictObject({
  id: z.url({ protocol: /^https?$/u }).describe('The address, without its fragment.'),
  state: z
    .enum(['ok', 'unknown', 'broken'])
    .describe(
      'ok: it answered. broken: it is gone (404 or 410). unknown: anything else, such as a refusal or no answer.',
    ),
  checked: date.describe('The day of the check.'),
});

/** An entry of content/goals.yaml: what someone comes to the site for, and where to begin. */
export const goal = z.strictObject({
  id: id.describe('Its id, kebab-case, permanent.'),
  title: line(8, 60).describe('In the reader\'s voice: "I want to choose a database".'),
  text: line(20, 160).describe('What they find.'),
  leads: z.array(siteAddress).min(1).max(4).describe('Where to begin, the best place first.'),
  onHome: z.boolean().default(false).describe('Whether it stands on the home page; all stand on the About page.'),
});

/** A row of a list of queries: what people type. */
export const query = line(2, 90);

/** The columns of a row of content/searches.tsv: an example query, and the pages that answer it, the addresses with blanks between them. */
export const search = z.tuple([
  query,
  z
    .string()
    .transform((addresses) => addresses.split(' '))
    .pipe(z.array(siteAddress).min(1).max(4)),
]);

export type Area = z.infer<typeof area>;
export type CareerFact = z.infer<typeof careerFact>;
export type CheckedLink = z.infer<typeof checkedLink>;
export type Goal = z.infer<typeof goal>;
