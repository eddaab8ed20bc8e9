import type { APIRoute } from 'astro';
import { href } from '#lib/href.ts';
import { placementData } from '#features/practice/build-placement-data.ts';

/** What the placement asks; loaded when somebody starts it. */
export const GET: APIRoute = () => {
  const { topics, ways } = placementData();
  return Response.json({ topics: topics.map((topic) => ({ ...topic, address: href(topic.address) })), ways });
};
