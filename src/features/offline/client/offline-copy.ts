import { firstView } from '#lib/browser/first-view.ts';
import { scriptPart } from '#lib/browser/script-part.ts';

const copyControl = scriptPart(() => import('./copy-control.ts'));

/** Loads the control of the offline copy on the page that has it. */
class OfflineCopy extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    void firstView
      .then(copyControl.load)
      .then((part) => part && new part.CopyControl(this, this.dataset['base'] ?? '/').open(signal));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('offline-copy', OfflineCopy);
