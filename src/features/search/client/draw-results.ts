import { build, buildLink } from '#lib/browser/build.ts';
import { stem } from '#lib/text/stem.ts';
import { termsOf } from '#lib/text/text.ts';
import { capitalized } from '#lib/wording.ts';
import { groupResults, type ListedResult } from '../group.ts';
import { markTerms } from '../highlight.ts';
import type { Passage, Result } from '../merge.ts';
import type { Query } from '../rewrite.ts';
import { buildPieces } from './elements.ts';
import type { Answer } from './run-search.ts';

/** The items of the list of results. Each begins with the link to its page; one to the matching section may follow. */
export function drawResults(
  { results, areaTitles, query }: Answer,
  { base, idPrefix }: { base: string; idPrefix: string },
): HTMLLIElement[] {
  const typed = new Set(query.slots.flatMap(({ same }) => same.flat().flatMap(termsOf)));
  const items = groupResults(results).map((result) =>
    drawItem({ ...result, terms: new Set([...typed, ...result.terms]) }, { base, areaTitles, query }),
  );
  for (const [at, option] of items.flatMap((item) => [...item.querySelectorAll('a')]).entries()) {
    option.id = `${idPrefix}-${at}`;
    option.role = 'option';
    option.ariaSelected = 'false';
  }
  return items;
}

interface Site {
  readonly base: string;
  readonly areaTitles: Answer['areaTitles'];
  readonly query: Query;
}

function drawItem(result: ListedResult, { base, areaTitles, query }: Site): HTMLLIElement {
  const { document: found, heading, terms, passage } = result;
  const address = base + found.address.slice(1);
  const facts = [found.kind, capitalized(found.level), areaTitles.get(found.area) ?? ''].filter((fact) => fact !== '');
  const section = isNamed(result, query) ? undefined : passage?.section;
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
  if (section)
    item.append(
      drawSection(`${address}#${section.anchor}`, { title: section.title, pieces: passage?.pieces ?? [], terms }),
    );
  return item;
}

/** Whether the names of a page say all of the query, so that a passage adds nothing. */
function isNamed({ document: found }: Result, { slots }: Query): boolean {
  const names = new Set(termsOf([found.title, ...found.aliases].join('\n')));
  return slots.every(({ same }) =>
    same.some((words) => words.every((word) => names.has(word) || names.has(stem(word)))),
  );
}

function drawSection(
  address: string,
  { title, pieces, terms }: Pick<Passage, 'title' | 'pieces'> & Pick<Result, 'terms'>,
): HTMLAnchorElement {
  const link = buildLink(
    address,
    build('span', 'search-section-title', ...buildPieces(markTerms(title, terms))),
    ' ',
    build('span', 'search-text', ...buildPieces(pieces)),
  );
  link.className = 'search-section';
  return link;
}
