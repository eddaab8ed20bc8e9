import { build } from '#lib/browser/build.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { passedLabs } from '../lab-work.ts';
import { labWork } from './work-store.ts';

/** The labs of a roadmap: marks those that were passed, and tells the page, which leads to the next. */
class LabMarks extends LiveElement {
  protected connected(signal: AbortSignal): void {
    labWork.watch((work) => this.#show(passedLabs(work)), signal);
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
