import type { APIRoute } from 'astro';
import { ankiDeck } from '#features/practice/anki.ts';
import { type RoleDeck, roleDecks } from '#features/practice/practice-cards.ts';
import { absoluteHref } from '#lib/href.ts';

export function getStaticPaths() {
  return roleDecks().map((deck) => ({ params: { role: deck.id }, props: { deck } }));
}

/** The cards of a role for Anki. */
export const GET: APIRoute<{ deck: RoleDeck }> = ({ props: { deck }, site }) =>
  new Response(
    ankiDeck(deck.cards, {
      deck: `Wayline::${deck.title}`,
      addressOf: ({ address }) => absoluteHref(address, site),
    }),
  );
