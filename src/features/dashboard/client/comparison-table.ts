import type { Marks } from '#features/progress/index.ts';
import { build } from '#lib/browser/build.ts';

/** Someone else's progress or plan next to the reader's own, ready to be shown. */
export interface Shown {
  readonly title: string;
  readonly text: string;
  readonly body: readonly HTMLElement[];
  /** Marks that the reader may add to their own; undefined where there are none. */
  readonly marks: Marks | undefined;
}

/** A table whose first column names its rows; it scrolls inside itself where the window is narrow. */
export function buildTable(name: string, heads: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  const head = build('tr', '', ...heads.map((text) => buildHead(text, 'col')));
  const body = rows.map(([first = '', ...cells]) =>
    build('tr', '', buildHead(first, 'row'), ...cells.map((text) => build('td', '', text))),
  );
  const table = build('table', '', build('thead', '', head), build('tbody', '', ...body));
  table.createCaption().textContent = name;
  const scroll = build('div', 'table-scroll mt-3 mb-5', table);
  scroll.tabIndex = 0;
  scroll.role = 'group';
  scroll.ariaLabel = name;
  return scroll;
}

function buildHead(text: string, scope: 'col' | 'row'): HTMLElement {
  const cell = build('th', '', text);
  cell.scope = scope;
  return cell;
}
