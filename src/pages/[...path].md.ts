import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { pageTexts } from '#features/share/page-texts.ts';

export async function getStaticPaths() {
  const texts = await pageTexts(new URL(import.meta.env.SITE));
  return texts.map(({ path, markdown }) => ({ params: { path }, props: { markdown } }));
}

/** Every page of the content as Markdown, beside the page: `/topics/indexing.md`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(props.markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
