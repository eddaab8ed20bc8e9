import { firstView } from '#lib/browser/first-view.ts';

/** Loads the control of the offline copy on the page that has it. */
class OfflineCopy extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    firstView
      .then(() => import('./copy-control.ts'))
      .then(({ CopyControl }) => new CopyControl(this, this.dataset['base'] ?? '/').open(signal))
      .catch((error: unknown) => {
        const state = this.querySelector('[data-state]');
        if (state) state.textContent = 'This could not be loaded. Reload the page when you are online.';
        throw error;
      });
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('offline-copy', OfflineCopy);
