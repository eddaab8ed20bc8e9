import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { drawCard } from '#share/draw-card.ts';
import { shareCards } from '#share/share-cards.ts';

export function getStaticPaths() {
  return shareCards().map(({ path, card }) => ({ params: { path }, props: { card } }));
}

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(await drawCard(props.card), { headers: { 'Content-Type': 'image/png' } });
