import type { APIRoute } from 'astro';
import { href } from '#lib/href.ts';
import { checkCards } from '#features/practice/practice-cards.ts';

/** The checks of all topics as cards; loaded only by readers who want them in their queue. */
export const GET: APIRoute = () =>
  Response.json(checkCards().map((card) => ({ ...card, address: href(card.address) })));
