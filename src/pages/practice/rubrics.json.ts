import type { APIRoute } from 'astro';
import { rubrics } from '#features/practice/practice-cards.ts';

/** How answers are judged; loaded when a mock interview starts. */
export const GET: APIRoute = () => Response.json(rubrics());
