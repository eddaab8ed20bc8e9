import type { APIRoute } from 'astro';
import { topicPages } from '#content/views/topic-page.ts';

/** What readers can do after each topic, loaded when a reader looks at their skills. */
export const GET: APIRoute = () =>
  Response.json(Object.fromEntries(topicPages().map(({ id, data }) => [id, data.outcomes.map(({ text }) => text)])));
