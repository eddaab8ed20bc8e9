import { scriptPart } from '#lib/browser/script-part.ts';

const preparation = scriptPart(() => import('./interview-prep.ts'));

/** Today's set of an interview preparation; its script is loaded where the element is. */
class InterviewPrep extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    void preparation.load().then((part) => part?.openPreparation(this, this.#listening.signal));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('interview-prep', InterviewPrep);
