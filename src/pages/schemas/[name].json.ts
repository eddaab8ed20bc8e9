import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { publicSchemas } from '#features/share/public-schemas.ts';

export function getStaticPaths() {
  return publicSchemas().map(({ name, text }) => ({ params: { name }, props: { text } }));
}

/** The JSON Schemas of the content's front matter and lists: `/schemas/topic.schema.json`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.text);
