import type { APIRoute } from 'astro';
import { getCurriculum } from '#curriculum/curriculum.ts';
import { searchDocuments } from '#curriculum/search-documents.ts';
import { packDocuments } from '#domain/search/document.ts';
import { plainWords } from '#domain/search/plain-words.ts';
import { wordFiles } from '#text-export/word-files.ts';

/** The jump tier of the search: names, questions and summaries of all pages. */
export const GET: APIRoute = async () => {
  const { corpus } = getCurriculum();
  const documents = searchDocuments();
  const { edition } = await wordFiles();
  return Response.json(
    packDocuments(documents, {
      areas: corpus.areas.map(({ id, title }) => [id, title]),
      plain: plainWords(corpus, documents),
      edition,
    }),
  );
};
