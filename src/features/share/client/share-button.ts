import { copyText } from '#lib/browser/clipboard.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';

/** Copies the page's address, or hands it to the system's share sheet where there is one. */
class ShareButton extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const copy = partOf<HTMLButtonElement>(this, 'button');
    const system = partOf<HTMLButtonElement>(this, '[data-system-share]');
    const status = partOf(this, '[role="status"]');
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
}

customElements.define('share-button', ShareButton);
