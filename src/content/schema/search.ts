import { z } from 'astro/zod';
import { line, siteAddress } from './common.ts';

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
