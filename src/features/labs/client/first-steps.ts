import { passedLabs } from '../lab-work.ts';
import { labWork } from './work-store.ts';

/** The first steps on a roadmap: fills the circles of labs that were passed, and tells the page, which leads to the next. */
class FirstSteps extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    labWork.watch((work) => this.#show(passedLabs(work)), this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #show(passed: ReadonlySet<string>): void {
    const rows = [...this.querySelectorAll<HTMLElement>('[data-step]')];
    for (const row of rows) {
      const isPassed = passed.has(row.dataset['step'] ?? '');
      row.toggleAttribute('data-passed', isPassed);
      row.querySelector('.stop-mark')?.setAttribute('data-state', isPassed ? 'done' : 'none');
      const said = row.querySelector('[data-said]');
      if (said) said.textContent = isPassed ? 'passed' : '';
    }
    const done = rows.filter((row) => row.hasAttribute('data-passed')).length;
    const count = this.querySelector('[data-steps-count]');
    if (count) count.textContent = done > 0 ? `${done} of ${rows.length}` : `${rows.length} labs`;
    this.querySelector('details')?.toggleAttribute('data-finished', done === rows.length);
    this.dispatchEvent(new CustomEvent('first-steps', { bubbles: true }));
  }
}

customElements.define('first-steps', FirstSteps);
