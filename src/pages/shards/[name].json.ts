import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { searchShards } from '#features/search/site-documents.ts';

export function getStaticPaths() {
  const { version, shards } = searchShards();
  return shards.map((shard, at) => ({ params: { name: `${version}-${at}` }, props: { shard } }));
}

/** A part of the search's index over example queries. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => Response.json(props.shard);
