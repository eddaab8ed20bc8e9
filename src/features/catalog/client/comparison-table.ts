import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';

/** Makes a table sortable by its column heads, and shows only the rows that hold a word. */
class ComparisonTable extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const body = partOf<HTMLTableSectionElement>(this, 'tbody');
    const input = partOf<HTMLInputElement>(this, '[data-rows]');
    const status = partOf(this, '[role="status"]');
    const rows = [...body.rows];
    this.querySelectorAll('thead th').forEach((head, column) => {
      const button = head.querySelector('button') ?? wrapInButton(head);
      button.addEventListener('click', () => this.#sort(head as HTMLTableCellElement, { body, column }), { signal });
    });
    input.addEventListener(
      'input',
      () => {
        const wanted = input.value.trim().toLowerCase();
        for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
        status.textContent = wanted === '' ? '' : `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
      },
      { signal },
    );
    input.disabled = false;
  }

  #sort(head: HTMLTableCellElement, { body, column }: { body: HTMLTableSectionElement; column: number }): void {
    const isDescending = head.ariaSort === 'ascending';
    const order = head.dataset['order']?.split('|');
    const textOf = (row: HTMLTableRowElement) => row.cells[column]?.textContent?.trim() ?? '';
    const compare = (a: string, b: string) =>
      order ? order.indexOf(a) - order.indexOf(b) : a.localeCompare(b, 'en', { numeric: true });
    const sorted = [...body.rows].sort((a, b) => compare(textOf(a), textOf(b)) * (isDescending ? -1 : 1));
    body.append(...sorted);
    for (const other of this.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
    head.ariaSort = isDescending ? 'descending' : 'ascending';
  }
}

/** The head's text becomes a button. */
function wrapInButton(head: Element): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'sort-button';
  if (head.firstChild) button.append(head.firstChild);
  head.prepend(button);
  return button;
}

customElements.define('comparison-table', ComparisonTable);
