import { defineMiddleware } from 'astro:middleware';

/**
 * Lets the page's own script wait for its text, style sheet and font, which the first view needs. Astro writes the tag of
 * a bundled script itself: one with an attribute of ours would be left out of the bundle.
 */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replaceAll('<script type="module"', '<script type="module" fetchpriority="low"'), response);
});
