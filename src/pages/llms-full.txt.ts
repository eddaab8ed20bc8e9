import type { APIRoute } from 'astro';
import { pageTexts } from '#features/share/page-texts.ts';

/** Every page of the content in one text. */
export const GET: APIRoute = async ({ site }) =>
  new Response((await pageTexts(site)).map(({ markdown }) => markdown).join('\n---\n\n'));
