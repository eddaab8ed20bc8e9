import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { jsonSchemas } from '#content/json-schemas.ts';

export function getStaticPaths() {
  return jsonSchemas().map(({ name, text }) => ({ params: { name }, props: { text } }));
}

/** The JSON Schemas of the content's front matter and lists: `/schemas/topic.schema.json`. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => new Response(props.text);
