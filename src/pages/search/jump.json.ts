import type { APIRoute } from 'astro';
import { getCurriculum } from '#curriculum/curriculum.ts';
import { type LearnPage, learnPages } from '#curriculum/learn-pages.ts';
import { corpusDocuments } from '#domain/search/corpus-documents.ts';
import { packDocuments, type SearchDocument } from '#domain/search/document.ts';
import { sitePages } from '#domain/search/site-pages.ts';
import { countText } from '#domain/wording.ts';

/** The jump tier of the search: titles, aliases, summaries and headings of all pages. */
export const GET: APIRoute = () => {
  const { corpus } = getCurriculum();
  const documents = [...corpusDocuments(corpus), ...sitePages, ...learnPages().map(toDocument)];
  return Response.json(
    packDocuments(
      documents,
      corpus.areas.map(({ id, title }) => [id, title]),
    ),
  );
};

function toDocument({ subject, level, address, command, topics }: LearnPage): SearchDocument {
  return {
    kind: 'Page',
    title: `${subject}, ${level}`,
    aliases: [command],
    summary: `${countText(topics.length, `${level} stop`)} in order.`,
    headings: [],
    level,
    area: '',
    address,
  };
}
