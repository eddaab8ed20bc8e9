/** Today's set of an interview preparation; its script is loaded where the element is. */
class InterviewPrep extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    void import('./interview-prep.ts').then(({ openPreparation }) => openPreparation(this, this.#listening.signal));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('interview-prep', InterviewPrep);
