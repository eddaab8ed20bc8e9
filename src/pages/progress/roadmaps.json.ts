import type { APIRoute } from 'astro';
import { firstSteps } from '#features/labs/views.ts';
import { buildTracks } from '#features/progress/build-tracks.ts';

/** The topics of every roadmap in order, loaded when a reader finishes one. */
export const GET: APIRoute = () =>
  Response.json(buildTracks(firstSteps().map(({ id, title, lab }) => [id, title, lab.data.minutes])));
