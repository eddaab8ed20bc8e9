import { scriptPart } from '#lib/browser/script-part.ts';

const copyNotice = scriptPart(() => import('./copy-notice.ts'));

/** Says what readers of the offline copy have to know. Loads nothing for everyone else. */
class OfflineNotice extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    if (!navigator.serviceWorker?.controller) return;
    const { signal } = this.#listening;
    const base = this.dataset['base'] ?? '/';
    void copyNotice.load().then((part) => part?.openNotice(this, { base, signal }));
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('offline-notice', OfflineNotice);
