import { build } from '#lib/browser/build.ts';
import { capitalized } from '#lib/wording.ts';
import { type Facet, type Filters, facets, facetValues } from '../filters.ts';
import { buildButton } from './elements.ts';
import type { Answer } from './run-search.ts';

const mostValues = 8;

/** A row of chips for each facet that has something to choose. */
export function drawFilters(
  { unfiltered, areaTitles, request }: Answer,
  choose: (filters: Filters) => void,
): HTMLElement[] {
  const { filters } = request;
  return facets.flatMap((facet) => {
    const values = facetValues(unfiltered, filters, facet).slice(0, mostValues);
    if (values.length < 2 && filters[facet] === '') return [];
    const chips = values.map(({ value, count }) => {
      const isChosen = filters[facet] === value;
      const label = facet === 'area' ? (areaTitles.get(value) ?? value) : capitalized(value);
      const chip = buildButton(`${label} ${count}`, () => choose({ ...filters, [facet]: isChosen ? '' : value }));
      chip.ariaPressed = String(isChosen);
      chip.dataset['chip'] = `${facet}:${value}`;
      return chip;
    });
    return [drawRow(facet, chips)];
  });
}

function drawRow(facet: Facet, chips: readonly HTMLElement[]): HTMLElement {
  const row = build('div', 'search-chips', build('span', 'search-chips-name', capitalized(facet)), ...chips);
  row.role = 'group';
  row.ariaLabel = `Filter by ${facet}`;
  return row;
}
