import type { APIRoute } from 'astro';
import { placementData } from '#features/practice/build-placement-data.ts';
import { href } from '#lib/href.ts';

/** What the placement asks; loaded when someone starts it. */
export const GET: APIRoute = () => {
  const { topics, ways } = placementData();
  return Response.json({ topics: topics.map((topic) => ({ ...topic, address: href(topic.address) })), ways });
};
