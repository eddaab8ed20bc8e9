import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { grades } from '../review.ts';
import { keptWords } from './practice-errors.ts';
import { recordAnswer } from './practice-store.ts';

/** The note above a lab that came back: it leads back to the review, and records whether the checks passed. */
class LabAgain extends LiveElement {
  protected connected(signal: AbortSignal): void {
    partOf(this, '[data-forgot]').addEventListener('click', () => void this.#forget(), { signal });
    document.addEventListener('lab-passed', () => void this.#pass(), { signal, once: true });
  }

  /** Shows the lab as it always is: with the reader's code, the hints and the topic. */
  async #forget(): Promise<void> {
    await recordAnswer(this.dataset['card'] ?? '', grades.again);
    history.replaceState(null, '', location.pathname);
    location.reload();
  }

  async #pass(): Promise<void> {
    await recordAnswer(this.dataset['card'] ?? '', grades.good);
    const result = partOf(this, '[data-result]');
    partOf(result, '[data-said]').textContent = keptWords('You remembered it.');
    partOf(result, '[data-back]').classList.add('button-strong');
    partOf(result, '[data-forgot]').remove();
    this.dataset['passed'] = '';
    document.querySelector('.lab-outcome')?.append(result);
  }
}

customElements.define('lab-again', LabAgain);
