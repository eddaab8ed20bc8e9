import { build } from '#lib/browser/build.ts';
import { passedLabs } from '../lab-work.ts';
import { labWork } from './work-store.ts';

/** The labs of a roadmap: marks those that were passed, and tells the page, which leads to the next. */
class LabMarks extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    labWork.watch((work) => this.#show(passedLabs(work)), this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #show(passed: ReadonlySet<string>): void {
    for (const row of this.querySelectorAll<HTMLElement>('[data-lab]')) {
      const isPassed = passed.has(row.dataset['lab'] ?? '');
      row.toggleAttribute('data-passed', isPassed);
      row.querySelector('.visually-hidden')?.remove();
      if (isPassed) row.append(build('span', 'visually-hidden', ' passed'));
    }
    this.dispatchEvent(new CustomEvent('lab-marks', { bubbles: true }));
  }
}

customElements.define('lab-marks', LabMarks);
