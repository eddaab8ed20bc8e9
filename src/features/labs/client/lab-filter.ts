import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { passedLabs } from '../lab-work.ts';
import { labWork } from './work-store.ts';

/** The index of labs: shows only what a reader asks for, and which they have passed. */
class LabFilter extends LiveElement {
  protected connected(signal: AbortSignal): void {
    this.addEventListener('change', () => this.#show(), { signal });
    this.#show();
    labWork.watch((work) => this.#mark(passedLabs(work)), signal);
  }

  /** Marks what was passed, and says how far the reader is with the first steps. */
  #mark(passed: ReadonlySet<string>): void {
    for (const item of this.querySelectorAll<HTMLElement>('[data-lab-item], [data-step]')) {
      const { labItem, step } = item.dataset;
      item.dataset['state'] = passed.has(labItem ?? step ?? '') ? 'passed' : 'waiting';
    }
    const steps = this.querySelectorAll('[data-step]').length;
    const done = this.querySelectorAll('[data-step][data-state="passed"]').length;
    partOf<HTMLProgressElement>(this, 'progress').value = done;
    partOf(this, '[data-steps-count]').textContent = `${done} of ${steps} done`;
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
    partOf(this, '[data-count]').textContent = countText(shown, 'lab');
  }
}

customElements.define('lab-filter', LabFilter);
