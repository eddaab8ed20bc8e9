import { openOfflineSets } from './offline-sets.ts';

/** The list of what can be kept offline. */
class OfflineSetsElement extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    void openOfflineSets(this, this.#listening.signal);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('offline-sets', OfflineSetsElement);
