import { corpusDocuments } from '#domain/search/corpus-documents.ts';
import type { SearchDocument } from '#domain/search/document.ts';
import { sitePages } from '#domain/search/site-pages.ts';
import { type LearnPage, learnPages } from './learn-pages.ts';
import { perCurriculum } from './per-curriculum.ts';

/** Everything that the search knows by name; its files count documents in this order. */
export const searchDocuments = perCurriculum(({ corpus }): readonly SearchDocument[] => [
  ...corpusDocuments(corpus),
  ...sitePages,
  ...learnPages().map(toDocument),
]);

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
