import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { wordFiles } from '#text-export/word-files.ts';

export async function getStaticPaths() {
  const { edition, files } = await wordFiles();
  return files.map((file, at) => ({ params: { name: `${edition}-${at}` }, props: { file } }));
}

/** A part of the word index, which says on which pages the words of a question tell most. */
export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) => Response.json(props.file);
