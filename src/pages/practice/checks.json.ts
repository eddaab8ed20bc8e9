import type { APIRoute } from 'astro';
import { checkCards } from '#features/practice/practice-cards.ts';
import { href } from '#lib/href.ts';

/** The checks of all topics as cards; loaded only by readers who want them in their queue. */
export const GET: APIRoute = () =>
  Response.json(checkCards().map((card) => ({ ...card, address: href(card.address) })));
