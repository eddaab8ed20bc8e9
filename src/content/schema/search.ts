import { z } from 'astro/zod';
import { line, siteAddress } from './common.ts';

/** A row of content/out-of-scope-queries.txt: what people type that no page is about. */
export const outOfScopeQuery = line(2, 90);

/** The columns of a row of content/searches.tsv: an example query, and the pages that answer it, the addresses with blanks between them. */
export const search = z.tuple([
  line(2, 90),
  z
    .string()
    .transform((addresses) => addresses.split(' '))
    .pipe(z.array(siteAddress).min(1).max(4)),
]);
