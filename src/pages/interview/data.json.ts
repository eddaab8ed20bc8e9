import type { APIRoute } from 'astro';
import { interviewData } from '#features/interview/build-data.ts';

/** What interview preparation picks from. */
export const GET: APIRoute = () => Response.json(interviewData());
