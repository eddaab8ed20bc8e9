import type { APIRoute } from 'astro';
import { getCurriculum } from '#content/views/site-content.ts';
import { packDocuments } from '#features/search/document.ts';
import { plainWords } from '#features/search/plain-words.ts';
import { searchDocuments } from '#features/search/site-documents.ts';
import { wordFiles } from '#features/search/word-files.ts';

/** The jump tier of the search: names, questions and summaries of all pages. */
export const GET: APIRoute = () => {
  const { corpus } = getCurriculum();
  const documents = searchDocuments();
  const { edition } = wordFiles();
  return Response.json(
    packDocuments(documents, {
      areas: corpus.areas.map(({ id, title }) => [id, title]),
      plain: plainWords(corpus, documents),
      edition,
    }),
  );
};
