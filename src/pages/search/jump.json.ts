import type { APIRoute } from 'astro';
import { getCurriculum } from '#curriculum/curriculum.ts';
import { searchDocuments } from '#curriculum/search-documents.ts';
import { wordFiles } from '#curriculum/word-files.ts';
import { packDocuments } from '#domain/search/document.ts';
import { plainWords } from '#domain/search/plain-words.ts';

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
