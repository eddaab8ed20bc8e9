import type { APIRoute } from 'astro';
import { getCurriculum } from '#curriculum/curriculum.ts';
import { type LearnPage, learnPages } from '#curriculum/learn-pages.ts';
import { corpusDocuments } from '#domain/search/corpus-documents.ts';
import { packDocuments, type SearchDocument } from '#domain/search/document.ts';
import { plainWords } from '#domain/search/plain-words.ts';
import { sitePages } from '#domain/search/site-pages.ts';

/** The jump tier of the search: names, questions and summaries of all pages. */
export const GET: APIRoute = () => {
  const { corpus } = getCurriculum();
  const documents = [...corpusDocuments(corpus), ...sitePages, ...learnPages().map(toDocument)];
  return Response.json(
    packDocuments(documents, {
      areas: corpus.areas.map(({ id, title }) => [id, title]),
      plain: plainWords(corpus, documents),
    }),
  );
};

function toDocument({ subject, level, address, command }: LearnPage): SearchDocument {
  return {
    kind: 'Page',
    title: `${subject}, ${level}`,
    aliases: [command],
    asks: [],
    summary: '',
    level,
    area: '',
    address,
  };
}
