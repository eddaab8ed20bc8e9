import { labWork } from './work-store.ts';

/** The list of all labs: shows only what a reader asks for, and which they have passed. */
class LabFilter extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    this.addEventListener('change', () => this.#show(), { signal });
    this.#show();
    labWork.watch((work) => {
      for (const item of document.querySelectorAll<HTMLElement>('[data-lab-item]')) {
        const hasPassed = (work.get(item.dataset['labItem'] ?? '')?.passedAt ?? 0) > 0;
        item.querySelector('span')?.toggleAttribute('data-passed', hasPassed);
      }
    }, signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #show(): void {
    const choices = [...this.querySelectorAll<HTMLSelectElement>('[data-choice]')];
    const isWanted = (item: HTMLElement) =>
      choices.every(({ value, dataset }) => value === '' || item.dataset[dataset['choice'] ?? ''] === value);
    const items = [...this.querySelectorAll<HTMLElement>('[data-lab-item]')];
    for (const item of items) item.hidden = !isWanted(item);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('[data-lab-item]:not([hidden])');
    const shown = items.filter((item) => !item.hidden).length;
    const count = this.querySelector('[data-count]');
    if (count) count.textContent = `${shown} ${shown === 1 ? 'lab' : 'labs'}`;
  }
}

customElements.define('lab-filter', LabFilter);
