import { LiveElement } from '#lib/browser/live-element.ts';
import { facets, noFilters } from '../filters.ts';
import { forgetSearches, rememberSearch } from './remembered-searches.ts';
import { runSearch } from './run-search.ts';
import { SearchView, type ViewActions } from './search-view.ts';
import { isSlashOn, setSlash } from './shortcut.ts';

const pauseBeforeAddress = 500;
const longest = 300;

/** What is being searched, where the address says so, and the one run whose answers count. */
class SearchSession {
  readonly #view: SearchView;
  /** Whether the page's address says what is searched; a dialog's does not. */
  readonly #isInAddress: boolean;
  #running = new AbortController();
  #filters = noFilters;
  #addressTimer = 0;
  /** Whether the address shows what is still being typed: then the next change replaces the entry of the history. */
  #isTyping = false;

  constructor(box: HTMLElement, { isInAddress, signal }: { isInAddress: boolean; signal: AbortSignal }) {
    this.#isInAddress = isInAddress;
    this.#view = new SearchView(box, this.#actions(), { signal, takesFirst: !isInAddress });
    signal.addEventListener('abort', () => {
      this.#running.abort();
      clearTimeout(this.#addressTimer);
    });
  }

  get input(): HTMLInputElement {
    return this.#view.input;
  }

  /** Searches for what is in the input after a key press. */
  type(): void {
    this.#view.combobox.reset();
    void this.search();
    clearTimeout(this.#addressTimer);
    this.#addressTimer = window.setTimeout(() => {
      this.#writeAddress();
      this.#isTyping = true;
    }, pauseBeforeAddress);
  }

  /** Searches for what was typed; the next change becomes a new entry of the history. */
  commit(): void {
    this.#endStep();
    void this.search();
  }

  /** Searches for what the address says, such as `/search/?q=index&kind=Topic`. */
  readAddress(): void {
    clearTimeout(this.#addressTimer);
    this.#isTyping = false;
    const parameters = new URLSearchParams(location.search);
    const read = (name: string) => (parameters.get(name) ?? '').slice(0, longest);
    this.#filters = { kind: read('kind'), level: read('level'), area: read('area') };
    this.input.value = read('q');
    void this.search();
  }

  /** @param isLiteral takes misspelled words as they are. */
  async search(isLiteral = false): Promise<void> {
    this.#running.abort();
    this.#running = new AbortController();
    const { signal } = this.#running;
    const request = { text: this.input.value, filters: this.#filters, isLiteral };
    if (request.text.trim() === '') {
      this.#view.showIdle();
      return;
    }
    this.#view.showLoading();
    try {
      for await (const answer of runSearch(request, signal)) this.#view.showAnswer(answer);
    } catch (error) {
      console.error('Search:', error);
      if (!signal.aborted) this.#view.showFailure();
    }
  }

  #actions(): ViewActions {
    const focusAnd = (act: () => void) => () => {
      this.input.focus();
      act();
    };
    const filter: ViewActions['filter'] = (filters) => {
      this.#endStep();
      this.#filters = filters;
      this.commit();
    };
    return {
      filter,
      clearFilters: focusAnd(() => filter(noFilters)),
      search: (text) => {
        this.#endStep();
        this.input.value = text;
        focusAnd(() => this.commit())();
      },
      searchLiterally: focusAnd(() => void this.search(true)),
      retry: focusAnd(() => void this.search()),
      forget: focusAnd(() => {
        forgetSearches();
        this.#view.showIdle();
      }),
    };
  }

  /** Writes what is searched into the address; the next change becomes a new entry of the history, which Back undoes. */
  #endStep(): void {
    clearTimeout(this.#addressTimer);
    this.#writeAddress();
    this.#isTyping = false;
  }

  #writeAddress(): void {
    if (!this.#isInAddress) return;
    const parameters = new URLSearchParams();
    const text = this.input.value.trim().slice(0, longest);
    if (text !== '') parameters.set('q', text);
    for (const facet of facets) if (this.#filters[facet] !== '') parameters.set(facet, this.#filters[facet]);
    const query = parameters.size === 0 ? '' : `?${parameters}`;
    if (query === location.search) return;
    history[this.#isTyping ? 'replaceState' : 'pushState'](null, '', location.pathname + query);
  }
}

/** An input with filters and a list of results: in the dialog, or with `data-inline` as the search page, which keeps its state in the address. */
class SearchBox extends LiveElement {
  protected connected(signal: AbortSignal): void {
    const isInline = this.dataset['inline'] !== undefined;
    const session = new SearchSession(this, { isInAddress: isInline, signal });
    session.input.addEventListener('input', () => session.type(), { signal });
    this.addEventListener('submit', (event) => this.#submit(event, session), { signal });
    this.addEventListener('click', (event) => this.#follow(event, session), { signal });
    this.#offerSlash(signal);
    if (isInline) {
      addEventListener('popstate', () => session.readAddress(), { signal });
      // What the reader typed before this script was loaded stays.
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

  /** Closes the dialog when a result was chosen, unless it opens in another tab. */
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
