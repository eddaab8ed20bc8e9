import { type Filters, facets, noFilters } from '../filters.ts';

const longest = 300;

/** The query and filters of an address such as `/search/?q=index&kind=Topic`. */
export function readAddress({ search }: Pick<Location, 'search'>): {
  readonly text: string;
  readonly filters: Filters;
} {
  const parameters = new URLSearchParams(search);
  const read = (name: string) => (parameters.get(name) ?? '').slice(0, longest);
  return { text: read('q'), filters: { kind: read('kind'), level: read('level'), area: read('area') } };
}

/** The address of a search, below the page that it is on. */
export function addressOfSearch(path: string, text: string, filters: Filters = noFilters): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim().slice(0, longest));
  for (const facet of facets) if (filters[facet] !== '') parameters.set(facet, filters[facet]);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
