import {
  type Choices,
  type Deck,
  deckParameters,
  facets,
  readDeck,
  type UnknownChoice,
} from '#domain/practice/deck.ts';
import { part } from './parts.ts';

/** The selects of a deck, kept in step with the address: what is chosen can be reloaded, sent and gone back to. */
export class DeckForm {
  readonly #form: HTMLFormElement;
  readonly #unknown: HTMLElement;
  #deck: Deck;

  constructor(element: HTMLElement, { changed, signal }: { changed: () => void; signal: AbortSignal }) {
    this.#form = part<HTMLFormElement>(element, 'form[data-deck]');
    this.#unknown = part(element, '[data-unknown]');
    this.#deck = this.#readAddress();
    this.#form.addEventListener(
      'change',
      () => {
        this.#deck = this.#readSelects();
        this.#writeAddress();
        changed();
      },
      { signal },
    );
    this.#form.addEventListener('submit', (event) => event.preventDefault(), { signal });
    addEventListener(
      'popstate',
      () => {
        this.#deck = this.#readAddress();
        changed();
      },
      { signal },
    );
    for (const control of this.#form.querySelectorAll('fieldset')) control.disabled = false;
  }

  get deck(): Deck {
    return this.#deck;
  }

  /** Whether a checkbox or another control of the form is set, by its name. */
  value(name: string): string {
    const value = new FormData(this.#form).get(name);
    return typeof value === 'string' ? value : '';
  }

  /** The words on screen for a value: "Backend developer". */
  titleOf(facet: keyof Deck, value: string): string {
    return [...this.#options(facet)].find((option) => option.value === value)?.text ?? value;
  }

  /** The ids that the form offers. */
  get choices(): Choices {
    const ids = (facet: keyof Deck) => [...this.#options(facet)].map(({ value }) => value).filter(Boolean);
    return { role: ids('role'), level: ids('level'), topic: ids('topic'), kind: ids('kind') };
  }

  #options(facet: keyof Deck): ArrayLike<HTMLOptionElement> & Iterable<HTMLOptionElement> {
    return this.#form.querySelectorAll<HTMLOptionElement>(`select[name="${facet}"] option`);
  }

  #readAddress(): Deck {
    const parameters = new URLSearchParams(location.search);
    const { deck, unknown } = readDeck(parameters, this.choices);
    for (const select of this.#form.querySelectorAll('select')) {
      const wanted = select.name in deck ? deck[select.name as keyof Deck] : (parameters.get(select.name) ?? '');
      const option =
        [...select.options].find(({ value }) => value === wanted) ?? [...select.options].find((o) => o.defaultSelected);
      select.value = option?.value ?? select.options[0]?.value ?? '';
    }
    for (const box of this.#form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]'))
      box.checked = parameters.has(box.name);
    this.#tell(unknown);
    return deck;
  }

  #readSelects(): Deck {
    const read = (facet: keyof Deck) => this.value(facet);
    return { role: read('role'), level: read('level'), topic: read('topic'), kind: read('kind') };
  }

  #writeAddress(): void {
    const parameters = deckParameters(this.#deck);
    for (const [name, value] of new FormData(this.#form)) {
      if (typeof value === 'string' && value !== '' && !(name in this.#deck)) parameters.set(name, value);
    }
    history.replaceState(null, '', `${location.pathname}${parameters.size > 0 ? `?${parameters}` : ''}`);
    this.#tell([]);
  }

  /** Says which choices of the address mean nothing, and offers the nearest. */
  #tell(unknown: readonly UnknownChoice[]): void {
    this.#unknown.hidden = unknown.length === 0;
    this.#unknown.replaceChildren(...unknown.flatMap((choice) => this.#sentence(choice)));
  }

  #sentence({ facet, value, nearest }: UnknownChoice): (Node | string)[] {
    const sentence = `There is no ${facet} “${value}”, so all are shown. `;
    if (nearest === undefined || !facets.includes(facet as (typeof facets)[number])) return [sentence];
    const parameters = new URLSearchParams(location.search);
    parameters.set(facet, nearest);
    const link = document.createElement('a');
    link.href = `${location.pathname}?${parameters}`;
    link.textContent = this.titleOf(facet, nearest);
    return [sentence, 'Did you mean ', link, '? '];
  }
}
