import { levels } from '#content/level.ts';
import { type SearchDocument, searchKinds } from './document.ts';

/** What a reader narrows results by; empty text where they do not. */
export interface Filters {
  readonly kind: string;
  readonly level: string;
  readonly area: string;
}

export type Facet = keyof Filters;

export const facets = ['kind', 'level', 'area'] as const satisfies readonly Facet[];

export const noFilters: Filters = { kind: '', level: '', area: '' };

/** Whether a document passes, leaving one facet out of account if asked. */
export function passes(document: SearchDocument, filters: Filters, except?: Facet): boolean {
  return facets.every((facet) => facet === except || filters[facet] === '' || filters[facet] === document[facet]);
}

/** The values of a facet among documents, with counts; each count is what choosing the value would leave. */
export function facetValues(
  documents: readonly SearchDocument[],
  filters: Filters,
  facet: Facet,
): { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const document of documents) {
    const value = document[facet];
    if (value !== '' && passes(document, filters, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (filters[facet] !== '' && !counts.has(filters[facet])) counts.set(filters[facet], 0);
  const order: readonly string[] = facet === 'kind' ? searchKinds : facet === 'level' ? levels : [];
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted(
      (a, b) => order.indexOf(a.value) - order.indexOf(b.value) || b.count - a.count || a.value.localeCompare(b.value),
    );
}
