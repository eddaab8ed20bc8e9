import type { APIRoute } from 'astro';
import { firstSteps } from '#features/labs/views.ts';
import { buildRoadmapIndex } from '#features/progress/build-roadmap-index.ts';

/** The topics of every roadmap in order, loaded when a reader finishes one. */
export const GET: APIRoute = () =>
  Response.json(buildRoadmapIndex(firstSteps().map(({ id, title, lab }) => [id, title, lab.data.minutes])));
