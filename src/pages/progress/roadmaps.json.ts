import type { APIRoute } from 'astro';
import { buildTracks } from '#features/progress/build-tracks.ts';

/** The topics of every roadmap in order, loaded when a reader finishes one. */
export const GET: APIRoute = () => Response.json(buildTracks());
