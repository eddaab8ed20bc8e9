import type { APIRoute } from 'astro';
import { titleFile } from '#features/search/site-documents.ts';

/** The title index of the search: names and summaries of all pages. */
export const GET: APIRoute = () => Response.json(titleFile());
