import type { APIRoute } from 'astro';
import { absoluteHref } from '#lib/href.ts';

/** Everything may be read. */
export const GET: APIRoute = ({ site }) =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteHref('/sitemap-index.xml', site)}\n`);
