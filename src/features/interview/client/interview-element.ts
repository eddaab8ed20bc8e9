import { openPreparation } from './interview-prep.ts';

/** Today's set of an interview preparation. */
class InterviewPrep extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    void openPreparation(this, this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('interview-prep', InterviewPrep);
