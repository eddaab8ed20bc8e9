import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { latestPages } from '#content/views/latest-pages.ts';
import { absoluteHref } from '#lib/href.ts';

/** New and changed pages, the newest first. */
export const GET: APIRoute = ({ site }) =>
  rss({
    title: 'Wayline: new and changed pages',
    description: 'Backend engineering, stop by stop.',
    site: absoluteHref('/', site),
    items: latestPages().map(({ title, summary, address, reviewed }) => ({
      title,
      description: summary,
      link: absoluteHref(address, site),
      pubDate: new Date(`${reviewed}T00:00:00Z`),
    })),
  });
