import { copyText } from '#lib/browser/clipboard.ts';
import { partOf } from '#lib/browser/part-of.ts';

/** Copies the page's address, or hands it to the system's share sheet where there is one. */
class ShareButton extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const copy = partOf<HTMLButtonElement>(this, 'button');
    const system = partOf<HTMLButtonElement>(this, '[data-system-share]');
    const status = partOf(this, '[role="status"]');
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const address = () => location.origin + location.pathname + location.hash;
    const say = (text: string) => {
      status.textContent = text;
    };
    copy.addEventListener(
      'click',
      () => void copyText(address()).then((done) => say(done ? 'Link copied.' : address())),
      { signal },
    );
    system.addEventListener(
      'click',
      () => void navigator.share({ title: this.dataset['title'] ?? document.title, url: address() }).catch(() => {}),
      { signal },
    );
    system.hidden = !('share' in navigator);
    copy.disabled = false;
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }
}

customElements.define('share-button', ShareButton);
