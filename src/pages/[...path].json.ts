import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { pageTexts } from '#features/share/page-texts.ts';
import { absoluteHref } from '#lib/href.ts';

export async function getStaticPaths() {
  const texts = await pageTexts(new URL(import.meta.env.SITE));
  return texts.map(({ path, entry }) => ({ params: { path }, props: { path, entry } }));
}

/** The front matter of every page of the content, beside the page: `/topics/indexing.json`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props: { path, entry }, site }) =>
  Response.json({
    $schema: absoluteHref(`/schemas/${entry.kind}.schema.json`, site),
    kind: entry.kind,
    id: entry.id,
    address: absoluteHref(`/${path}/`, site),
    text: absoluteHref(`/${path}.md`, site),
    license: 'CC-BY-4.0',
    data: entry.data,
  });
