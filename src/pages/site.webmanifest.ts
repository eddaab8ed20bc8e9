import type { APIRoute } from 'astro';
import { href } from '#lib/href.ts';

/** The web manifest; an endpoint because its addresses depend on the folder that the site is served from. */
export const GET: APIRoute = () =>
  Response.json({
    name: 'Wayline',
    short_name: 'Wayline',
    description: 'Backend engineering, stop by stop.',
    start_url: href('/'),
    scope: href('/'),
    display: 'standalone',
    background_color: '#faf9f5',
    theme_color: '#faf9f5',
    icons: [
      { src: href('/icon-192.png'), sizes: '192x192', type: 'image/png' },
      { src: href('/icon-512.png'), sizes: '512x512', type: 'image/png' },
      { src: href('/icon-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
