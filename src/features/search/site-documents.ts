import { sitePages } from '#content/site-pages.ts';
import { type LearnPage, learnPages } from '#content/views/learn-pages.ts';
import { perCurriculum } from '#content/views/memoize.ts';
import { corpusDocuments } from './corpus-documents.ts';
import type { SearchDocument } from './document.ts';
import { facets } from './filters.ts';

/** Everything that the search knows by name; its files count documents in this order. */
export const searchDocuments = perCurriculum(({ corpus }): readonly SearchDocument[] => [
  ...corpusDocuments(corpus),
  ...sitePages,
  ...learnPages().map(toDocument),
]);

/**
 * Attributes by which full text filters a page as the search box does, none for a page that the search does not know by name.
 * Of several filters in one attribute Pagefind takes only those that name an attribute with their value: https://pagefind.app/docs/filtering/
 */
export function filterAttributes(address: string): Readonly<Record<string, string>> {
  const document = searchDocuments().find((each) => each.address === address);
  if (!document) return {};
  const own = facets.filter((facet) => document[facet] !== '');
  return {
    'data-pagefind-filter': own.map((facet) => `${facet}[data-${facet}]`).join(', '),
    ...Object.fromEntries(own.map((facet) => [`data-${facet}`, document[facet]])),
  };
}

function toDocument({ subject, level, address }: LearnPage): SearchDocument {
  return {
    kind: 'Page',
    title: `${subject}, ${level}`,
    aliases: [],
    asks: [],
    summary: '',
    level,
    area: '',
    address,
  };
}
