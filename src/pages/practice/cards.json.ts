import type { APIRoute } from 'astro';
import { questionCards } from '#features/practice/practice-cards.ts';
import { href } from '#lib/href.ts';

/** The cards of all questions; the practice room loads them when someone starts. */
export const GET: APIRoute = () =>
  Response.json(questionCards().map((card) => ({ ...card, address: href(card.address) })));
