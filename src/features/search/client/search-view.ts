import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import type { Filters } from '../filters.ts';
import { Combobox } from './combobox.ts';
import { drawFailure, drawNotes, drawNothing, drawStart, type MessageActions } from './draw-messages.ts';
import { drawFilters, drawResults } from './draw-results.ts';
import { recentSearches } from './remembered-searches.ts';
import type { Answer } from './run-search.ts';

/** What the list of results tells about itself in `data-search-state`. */
type State = 'idle' | 'loading' | 'done' | 'failed';

/** What the view lets the reader do. */
export interface ViewActions extends MessageActions {
  readonly filter: (filters: Filters) => void;
}

/** The parts of a search box that change with what is found. */
export class SearchView {
  readonly input: HTMLInputElement;
  readonly combobox: Combobox;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #filters: HTMLElement;
  readonly #notes: HTMLElement;
  readonly #message: HTMLElement;
  readonly #actions: ViewActions;

  constructor(
    box: HTMLElement,
    actions: ViewActions,
    { signal, takesFirst }: { signal: AbortSignal; takesFirst: boolean },
  ) {
    this.input = partOf<HTMLInputElement>(box, 'input[name="q"]');
    this.#list = partOf(box, '[data-search-results]');
    this.#status = partOf(box, '[role="status"]');
    this.#filters = partOf(box, '[data-search-filters]');
    this.#notes = partOf(box, '[data-search-notes]');
    this.#message = partOf(box, '[data-search-message]');
    this.#actions = actions;
    this.combobox = new Combobox(this.input, this.#list, { signal, takesFirst });
  }

  /** Before anything is typed. */
  showIdle(): void {
    this.#draw({ state: 'idle', status: '', message: drawStart(recentSearches(), this.#actions) });
  }

  /** While the answer to other words is still shown. */
  showLoading(): void {
    this.#list.dataset['searchState'] = 'loading';
  }

  showAnswer(answer: Answer): void {
    const { isComplete, results } = answer;
    const isNothing = isComplete && results.length === 0;
    this.#draw({
      state: isComplete ? 'done' : 'loading',
      // Said once, when the list is complete.
      status: isNothing ? 'Nothing found' : isComplete ? countText(results.length, 'result') : undefined,
      items: drawResults(answer, { base: this.#actions.base, idPrefix: this.#list.id }),
      filters: drawFilters(answer, this.#actions.filter),
      notes: drawNotes(answer, this.#actions),
      message: isNothing ? drawNothing(answer, this.#actions) : [],
    });
  }

  showFailure(): void {
    this.#draw({ state: 'failed', status: 'The search could not be loaded', message: drawFailure(this.#actions) });
  }

  #draw({ state, status, items = [], filters = [], notes = [], message = [] }: Drawing): void {
    const { activeElement } = document;
    const chip =
      this.#filters.contains(activeElement) && activeElement instanceof HTMLElement
        ? activeElement.dataset['chip']
        : undefined;
    this.#filters.replaceChildren(...filters);
    if (chip !== undefined) this.#filters.querySelector<HTMLElement>(`[data-chip="${CSS.escape(chip)}"]`)?.focus();
    this.#notes.replaceChildren(...notes);
    this.#message.replaceChildren(...message);
    this.#list.replaceChildren(...items);
    this.combobox.refresh();
    if (status !== undefined) this.#status.textContent = status;
    this.#list.dataset['searchState'] = state;
  }
}

interface Drawing {
  readonly state: State;
  /** Undefined leaves what was said last. */
  readonly status: string | undefined;
  readonly items?: readonly Node[];
  readonly filters?: readonly Node[];
  readonly notes?: readonly Node[];
  readonly message?: readonly Node[];
}
