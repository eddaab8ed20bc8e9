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

function toDocument({ roadmap, level, address, command, topics }: LearnPage): SearchDocument {
  const { title } = roadmap.line;
  const summary = `The ${countText(topics.length, `${level} stop`)} of the ${title} line.`;
  return {
    kind: 'Page',
    title: `${title}, ${level}`,
    aliases: [command],
    summary,
    headings: [],
    level,
    area: '',
    address,
  };
}
