import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { roadmapPages } from '#content/views/roadmap-page.ts';
import { drawBadge } from '#features/share/draw-badge.ts';
import { lineColor } from '#features/share/line-colors.ts';

export function getStaticPaths() {
  return roadmapPages().map(({ id, line }) => ({
    params: { id },
    props: { title: line.title, color: lineColor(line.color) },
  }));
}

/** A badge per roadmap for READMEs. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(drawBadge(props), { headers: { 'Content-Type': 'image/svg+xml' } });
