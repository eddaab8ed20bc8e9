import { firstView } from '#lib/browser/first-view.ts';
import { partOf } from '#lib/browser/part-of.ts';

/** Loads what the progress page shows and does: it is too large for the script of all pages. */
class MyProgress extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    firstView
      .then(() => import('./dashboard.ts'))
      .then(
        ({ openMyView }) => (signal.aborted ? undefined : openMyView(this, signal)),
        () => {
          partOf(this, '[data-said]').textContent = 'This page could not be loaded whole. Reload it to try again.';
        },
      );
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('my-progress', MyProgress);
