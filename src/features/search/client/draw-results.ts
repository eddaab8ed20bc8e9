import { build, buildButton, buildLink } from '#lib/browser/build.ts';
import { href } from '#lib/href.ts';
import { termsOf } from '#lib/text/text.ts';
import { capitalized } from '#lib/wording.ts';
import { type Filters, facets, facetValues } from '../filters.ts';
import { markTerms, type Piece } from '../passages.ts';
import { groupResults, type ListedResult } from '../results.ts';
import type { Answer } from './run-search.ts';

const maxValues = 8;

/** What all items of a list have in common. */
interface Shared {
  readonly areaTitles: Answer['areaTitles'];
  /** The terms of the query. */
  readonly terms: ReadonlySet<string>;
}

/** The items of the list of results. Each begins with the link to its page; one to the matching section may follow. */
export function drawResults({ results, areaTitles, query }: Answer, idPrefix: string): HTMLLIElement[] {
  const terms = new Set(query.terms.flatMap(({ typed, term }) => [...termsOf(typed), term]));
  const items = groupResults(results).map((result) => drawItem(result, { areaTitles, terms }));
  for (const [at, option] of items.flatMap((item) => [...item.querySelectorAll('a')]).entries()) {
    option.id = `${idPrefix}-${at}`;
    option.role = 'option';
    option.ariaSelected = 'false';
  }
  return items;
}

function drawItem(result: ListedResult, { areaTitles, terms }: Shared): HTMLLIElement {
  const { document: found, heading, passage } = result;
  const address = href(found.address);
  const facts = [found.kind, capitalized(found.level), areaTitles.get(found.area) ?? ''].filter((fact) => fact !== '');
  const section = isNamed(result, terms) ? undefined : passage?.section;
  const ownPieces = section ? [] : (passage?.pieces ?? []);
  const text = found.summary === '' ? ownPieces : markTerms(found.summary, terms);
  const link = buildLink(
    address,
    build('span', 'search-title', ...buildPieces(markTerms(found.title, terms))),
    ' ',
    build('span', 'search-facts', facts.join(' · ')),
    ' ',
    build('span', 'search-text', ...buildPieces(text)),
  );
  const item = build('li', '', link);
  item.role = 'none';
  if (heading !== undefined) item.dataset['heading'] = heading;
  if (section) {
    const sectionLink = buildLink(
      `${address}#${section.anchor}`,
      build('span', 'col-[2/-1] font-[600]', ...buildPieces(markTerms(section.title, terms))),
      ' ',
      build('span', 'search-text', ...buildPieces(passage?.pieces ?? [])),
    );
    sectionLink.className = 'search-section';
    item.append(sectionLink);
  }
  return item;
}

/** Whether the names of a page say all of the query, so that a passage adds nothing. */
function isNamed({ document: found }: ListedResult, terms: ReadonlySet<string>): boolean {
  const names = new Set(termsOf([found.title, ...found.aliases].join('\n')));
  return [...terms].every((term) => names.has(term));
}

/** Text with its hits in `<mark>`. */
function buildPieces(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isHit }) => (isHit ? build('mark', '', text) : text));
}

/** A row of chips for each facet that has something to choose. */
export function drawFilters(
  { unfiltered, areaTitles, request: { filters } }: Answer,
  choose: (filters: Filters) => void,
): HTMLElement[] {
  return facets.flatMap((facet) => {
    const values = facetValues(unfiltered, filters, facet).slice(0, maxValues);
    if (values.length < 2 && filters[facet] === '') return [];
    const chips = values.map(({ value, count }) => {
      const isChosen = filters[facet] === value;
      const label = facet === 'area' ? (areaTitles.get(value) ?? value) : capitalized(value);
      const chip = buildChip(`${label} ${count}`, () => choose({ ...filters, [facet]: isChosen ? '' : value }));
      chip.ariaPressed = String(isChosen);
      chip.dataset['chip'] = `${facet}:${value}`;
      return chip;
    });
    return [drawChips(chips, { name: capitalized(facet), label: `Filter by ${facet}` })];
  });
}

/** A named row of chips. */
export function drawChips(
  chips: readonly HTMLElement[],
  { name, label }: { name: string; label: string },
): HTMLElement {
  const row = build('div', 'search-chips', build('span', 'search-chips-name', name), ...chips);
  row.role = 'group';
  row.ariaLabel = label;
  return row;
}

/** A button that does something at once. */
export function buildChip(label: string, press: () => void): HTMLButtonElement {
  const chip = buildButton(label, press);
  chip.className = 'search-chip';
  return chip;
}
