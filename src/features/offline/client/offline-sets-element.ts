import { firstView } from '#lib/browser/first-view.ts';
import { scriptPart } from '#lib/browser/script-part.ts';

const part = scriptPart(() => import('./offline-sets.ts'));

/** Loads the list of what can be kept offline on the page that has it. */
class OfflineSetsElement extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    void firstView.then(part.load).then((loaded) => loaded?.openOfflineSets(this, signal));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('offline-sets', OfflineSetsElement);
