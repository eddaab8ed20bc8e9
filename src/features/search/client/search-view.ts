import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { href } from '#lib/href.ts';
import { countText } from '#lib/wording.ts';
import type { Filters } from '../filters.ts';
import { Combobox } from './combobox.ts';
import { buildChip, drawChips, drawFilters, drawResults } from './draw-results.ts';
import { recentSearches } from './remembered-searches.ts';
import type { Answer, Missing } from './run-search.ts';

/** What the list of results tells about itself in `data-search-state`. */
type State = 'idle' | 'loading' | 'done' | 'failed';

/** What the view lets the reader do. */
export interface ViewActions {
  readonly search: (text: string) => void;
  readonly searchLiterally: () => void;
  readonly filter: (filters: Filters) => void;
  readonly clearFilters: () => void;
  readonly forget: () => void;
  readonly retry: () => void;
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

  /** While the list still answers an earlier query. */
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
      items: drawResults(answer, this.#list.id),
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
  /** Undefined keeps the last one. */
  readonly status: string | undefined;
  readonly items?: readonly Node[];
  readonly filters?: readonly Node[];
  readonly notes?: readonly Node[];
  readonly message?: readonly Node[];
}

const missingTexts: Readonly<Record<Missing, string>> = {
  examples: 'A part of the search could not be loaded, so pages are ranked by their names only. ',
  fullText: 'The full text could not be loaded, so passages of pages are missing. ',
};

/** "Showing results for …", and what could not be loaded. */
function drawNotes({ query, missing }: Answer, { searchLiterally, retry }: ViewActions): HTMLElement[] {
  const note = (...parts: (Node | string)[]) => build('p', 'text-[0.9375rem] [&>button]:ms-1', ...parts);
  const missed = missing.map((part) => note(missingTexts[part], buildChip('Try again', retry)));
  if (query.corrections.length === 0) return missed;
  const used = query.corrections.map((correction) => correction.used).join(' ');
  const typed = query.corrections.map((correction) => correction.typed).join(' ');
  const literally = buildChip(`Search instead for ${typed}`, searchLiterally);
  return [note('Showing results for ', build('strong', '', used), '. ', literally), ...missed];
}

/** What can be searched: a topic, a question, an error and a comparison. */
const examples = ['N+1 queries', 'How do I hash a password?', 'Cannot read properties of undefined', 'REST vs GraphQL'];

/** Before anything is typed: recent searches and examples. */
function drawStart(recent: readonly string[], { search, forget }: ViewActions): HTMLElement[] {
  const chipsOf = (texts: readonly string[]) => texts.map((text) => buildChip(text, () => search(text)));
  const row = drawChips(chipsOf(examples), { name: 'Try', label: 'Examples' });
  row.classList.add('flex-wrap');
  if (recent.length === 0) return [row];
  const clear = buildChip('Clear', forget);
  clear.classList.add('search-clear');
  return [drawChips([...chipsOf(recent), clear], { name: 'Recent', label: 'Recent searches' }), row];
}

/** What is said when a search found nothing, and where to go on. */
function drawNothing({ request, suggestions, unfiltered }: Answer, { clearFilters }: ViewActions): HTMLElement[] {
  const shown = request.text.length > 60 ? `${request.text.slice(0, 60)}…` : request.text;
  const head = build('p', 'search-empty-title', `Nothing found for “${shown}”`);
  if (unfiltered.length > 0) {
    const remove = buildChip('Remove all filters', clearFilters);
    return [head, build('p', '', 'There are results without the filters. ', remove)];
  }
  const links = suggestions.map(({ title, address }) => build('li', '', buildLink(href(address), title)));
  return [
    head,
    ...(links.length > 0
      ? [build('p', '', 'Close to what you typed:'), build('ul', 'search-ways list-disc ps-[1.2rem]', ...links)]
      : []),
    build('p', '', 'Try fewer or more general words, or look through ', ...waysOn()),
  ];
}

/** What is said when the search does not load, and where to go on. */
function drawFailure({ retry }: ViewActions): HTMLElement[] {
  const again = buildChip('Try again', retry);
  return [
    build('p', 'search-empty-title', 'The search could not be loaded'),
    build('p', '', 'The connection may be down, or the site may just have been updated. ', again),
    build('p', '', 'Every page is also listed in ', ...waysOn()),
  ];
}

const waysOn = () => [
  buildLink(href('/topics/#a-to-z'), 'all topics from A to Z'),
  ', ',
  buildLink(href('/topics/'), 'the topics by area'),
  ' and ',
  buildLink(href('/roadmaps/'), 'the roadmaps'),
  '.',
];
