import type { SearchDocument } from '#features/search/document.ts';

/** A topic with nothing but its title, unless more of it is given. */
export function searchDocument(title: string, given: Partial<SearchDocument> = {}): SearchDocument {
  return {
    kind: 'Topic',
    title,
    aliases: [],
    summary: '',
    level: '',
    area: '',
    address: `/topics/${title}/`,
    ...given,
  };
}
