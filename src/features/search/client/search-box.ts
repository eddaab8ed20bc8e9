import { LiveElement } from '#lib/browser/live-element.ts';
import { rememberSearch } from './remembered-searches.ts';
import { SearchSession } from './search-session.ts';
import { isSlashOn, setSlash } from './shortcut.ts';

/** An input with filters and a list of results: in the dialog, or with `data-inline` as the search page, which keeps its state in the address. */
class SearchBox extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const { base = '/', inline } = this.dataset;
    const isInline = inline !== undefined;
    const session = new SearchSession(this, { base, isInAddress: isInline, signal });
    session.input.addEventListener('input', () => session.type(), { signal });
    this.addEventListener('submit', (event) => this.#submit(event, session), { signal });
    this.addEventListener('click', (event) => this.#follow(event, session), { signal });
    this.#offerSlash(signal);
    if (isInline) {
      addEventListener('popstate', () => session.readAddress(), { signal });
      // A reader who was quicker than this script keeps what they typed.
      if (session.input.value === '') session.readAddress();
      else session.type();
    } else void session.search();
  }

  /** In the dialog, the form leads to the search page. */
  #submit(event: Event, session: SearchSession): void {
    rememberSearch(session.input.value);
    if (this.dataset['inline'] === undefined) return;
    event.preventDefault();
    session.commit();
  }

  /** A result was chosen: the dialog has done its work, unless the result opens elsewhere. */
  #follow(event: MouseEvent, { input }: SearchSession): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    rememberSearch(input.value);
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) this.closest('dialog')?.close();
  }

  #offerSlash(signal: AbortSignal): void {
    const slash = this.querySelector<HTMLInputElement>('[data-search-slash]');
    if (!slash) return;
    slash.checked = isSlashOn();
    slash.disabled = false;
    slash.addEventListener('change', () => setSlash(slash.checked), { signal });
  }
}

customElements.define('search-box', SearchBox);
