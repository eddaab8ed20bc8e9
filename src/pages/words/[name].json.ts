import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { wordFiles } from '#features/search/word-files.ts';

export function getStaticPaths() {
  const { edition, files } = wordFiles();
  return files.map((file, at) => ({ params: { name: `${edition}-${at}` }, props: { file } }));
}

/** A part of the word index, which says which pages are searched for by a word. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => Response.json(props.file);
