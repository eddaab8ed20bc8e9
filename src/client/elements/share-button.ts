/** Copies the page's address, or hands it to the system's share sheet where there is one. */
class ShareButton extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    const copy = this.querySelector('button');
    const system = this.querySelector<HTMLButtonElement>('[data-system-share]');
    const status = this.querySelector('[role="status"]');
    if (!copy || !system || !status) throw new Error('share-button needs two buttons and a status.');
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    const address = () => document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? location.href;
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

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

customElements.define('share-button', ShareButton);
