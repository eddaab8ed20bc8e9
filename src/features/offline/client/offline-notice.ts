/** Says what readers of the offline copy have to know. Loads nothing for everyone else. */
class OfflineNotice extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    if (!navigator.serviceWorker?.controller) return;
    const { signal } = this.#listening;
    const base = this.dataset['base'] ?? '/';
    // The copy says nothing when its own script does not load.
    import('./copy-notice.ts').then(({ openNotice }) => openNotice(this, { base, signal })).catch(() => {});
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('offline-notice', OfflineNotice);
