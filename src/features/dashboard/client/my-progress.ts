import { firstView } from '#lib/browser/first-view.ts';
import { scriptPart } from '#lib/browser/script-part.ts';

const dashboard = scriptPart(() => import('./dashboard.ts'));

/** Loads what the progress page shows and does: it is too large for the script of all pages. */
class MyProgress extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    void firstView.then(dashboard.load).then((part) => (signal.aborted ? undefined : part?.openMyView(this, signal)));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('my-progress', MyProgress);
