import { type Filters, facets, noFilters } from '../filters.ts';
import { forgetSearches } from './remembered-searches.ts';
import { runSearch } from './run-search.ts';
import { SearchView, type ViewActions } from './search-view.ts';

const pauseBeforeAddress = 500;

/** Where a search takes place. */
export interface SessionOptions {
  /** The folder that the site is served from, with a slash at both ends. */
  readonly base: string;
  /** Whether the page's address says what is searched; a dialog's does not. */
  readonly isInAddress: boolean;
  readonly signal: AbortSignal;
}

/** What is being searched, where the address says so, and the one run whose answers count. */
export class SearchSession {
  readonly #view: SearchView;
  readonly #base: string;
  readonly #isInAddress: boolean;
  #running = new AbortController();
  #filters = noFilters;
  #addressTimer = 0;
  /** Whether the address shows what is still being typed: the next word goes on in the same step of Back. */
  #isTyping = false;

  constructor(box: HTMLElement, { base, isInAddress, signal }: SessionOptions) {
    this.#base = base;
    this.#isInAddress = isInAddress;
    this.#view = new SearchView(box, this.#actions(), { signal, takesFirst: !isInAddress });
    signal.addEventListener('abort', () => this.#stop());
  }

  get input(): HTMLInputElement {
    return this.#view.input;
  }

  /** Answers to what stands in the input after a key was pressed. */
  type(): void {
    this.#view.combobox.reset();
    void this.search();
    clearTimeout(this.#addressTimer);
    this.#addressTimer = window.setTimeout(() => {
      this.#writeAddress();
      this.#isTyping = true;
    }, pauseBeforeAddress);
  }

  /** Searches for what was typed, which ends its step. */
  commit(): void {
    this.#endStep();
    void this.search();
  }

  /** Searches for what the address says. */
  readAddress(): void {
    clearTimeout(this.#addressTimer);
    this.#isTyping = false;
    const { text, filters } = readAddress(location);
    this.#filters = filters;
    this.input.value = text;
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
      for await (const answer of runSearch(this.#base, request, signal)) this.#view.showAnswer(answer);
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
      base: this.#base,
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

  /** Writes what is searched into the address; the next change is a step of its own, which Back undoes. */
  #endStep(): void {
    clearTimeout(this.#addressTimer);
    this.#writeAddress();
    this.#isTyping = false;
  }

  #writeAddress(): void {
    if (!this.#isInAddress) return;
    const address = addressOfSearch(location.pathname, this.input.value, this.#filters);
    if (address === location.pathname + location.search) return;
    history[this.#isTyping ? 'replaceState' : 'pushState'](null, '', address);
  }

  #stop(): void {
    this.#running.abort();
    clearTimeout(this.#addressTimer);
  }
}

const longest = 300;

/** The query and filters of an address such as `/search/?q=index&kind=Topic`. */
function readAddress({ search }: Pick<Location, 'search'>): {
  readonly text: string;
  readonly filters: Filters;
} {
  const parameters = new URLSearchParams(search);
  const read = (name: string) => (parameters.get(name) ?? '').slice(0, longest);
  return { text: read('q'), filters: { kind: read('kind'), level: read('level'), area: read('area') } };
}

/** The address of a search, below the page that it is on. */
function addressOfSearch(path: string, text: string, filters: Filters = noFilters): string {
  const parameters = new URLSearchParams();
  if (text.trim() !== '') parameters.set('q', text.trim().slice(0, longest));
  for (const facet of facets) if (filters[facet] !== '') parameters.set(facet, filters[facet]);
  return parameters.size === 0 ? path : `${path}?${parameters}`;
}
