import { buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { type Choices, type Deck, deckParameters, facets, readDeck, type UnknownChoice, wholeDeck } from '../deck.ts';

/** The selects of a deck, kept in step with the address: what is chosen can be reloaded, sent and gone back to. */
export class DeckForm {
  readonly #form: HTMLFieldSetElement;
  readonly #unknown: HTMLElement;
  readonly #usual: string;
  #deck: Deck = wholeDeck;

  /** @param usual the parameters to take where the address has none. */
  constructor(
    element: HTMLElement,
    { changed, signal, usual = '' }: { changed: () => void; signal: AbortSignal; usual?: string | undefined },
  ) {
    this.#usual = usual;
    this.#form = partOf<HTMLFieldSetElement>(element, '[data-deck]');
    this.#unknown = partOf(element, '[data-unknown]');
    // What the reader chose before this script was loaded wins over an empty address.
    const isChosen = location.search === '' && this.#controls.some(isTouched);
    if (isChosen) this.#takeChoice();
    else this.#takeAddress();
    const follow = (target: EventTarget, event: string, take: () => void) => {
      const act = () => {
        take();
        changed();
      };
      target.addEventListener(event, act, { signal });
    };
    follow(this.#form, 'change', () => this.#takeChoice());
    follow(window, 'popstate', () => this.#takeAddress());
    this.#form.disabled = false;
  }

  get deck(): Deck {
    return this.#deck;
  }

  /** The value of a select or of a checked box by its name; empty when there is none. */
  value(name: string): string {
    return this.#controls.find((control) => control.name === name && isSet(control))?.value ?? '';
  }

  /** The ids that the form offers. */
  get choices(): Choices {
    return byFacet((facet) =>
      this.#options(facet)
        .map(({ value }) => value)
        .filter(Boolean),
    );
  }

  get #controls(): readonly (HTMLSelectElement | HTMLInputElement)[] {
    return [...this.#form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select, input')];
  }

  #options(facet: keyof Deck): readonly HTMLOptionElement[] {
    return [...this.#form.querySelectorAll<HTMLOptionElement>(`select[name="${facet}"] option`)];
  }

  #takeAddress(): void {
    const parameters = new URLSearchParams(location.search || this.#usual);
    const { deck, unknown } = readDeck(parameters, this.choices);
    for (const control of this.#controls) {
      if (control instanceof HTMLInputElement) control.checked = parameters.has(control.name);
      else choose(control, control.name in deck ? deck[control.name as keyof Deck] : parameters.get(control.name));
    }
    this.#tell(unknown);
    this.#deck = deck;
  }

  /** Takes what is chosen, and writes it into the address. */
  #takeChoice(): void {
    this.#deck = byFacet((facet) => this.value(facet));
    const parameters = deckParameters(this.#deck);
    for (const { name } of this.#controls) {
      if (!(name in this.#deck) && this.value(name) !== '') parameters.set(name, this.value(name));
    }
    history.replaceState(null, '', `${location.pathname}${parameters.size > 0 ? `?${parameters}` : ''}`);
    this.#tell([]);
  }

  /** Names the choices in the address that don't exist, and offers the nearest. */
  #tell(unknown: readonly UnknownChoice[]): void {
    this.#unknown.hidden = unknown.length === 0;
    this.#unknown.replaceChildren(...unknown.flatMap((choice) => this.#sentence(choice)));
  }

  #sentence({ facet, value, nearest }: UnknownChoice): (Node | string)[] {
    const sentence = `There is no ${facet} “${value}”, so all are shown. `;
    if (nearest === undefined) return [sentence];
    const parameters = new URLSearchParams(location.search);
    parameters.set(facet, nearest);
    const title = this.#options(facet).find((option) => option.value === nearest)?.text ?? nearest;
    const link = buildLink(`${location.pathname}?${parameters}`, title);
    link.className = 'underline';
    return [sentence, 'Did you mean ', link, '? '];
  }
}

function byFacet<Value>(read: (facet: keyof Deck) => Value): Record<keyof Deck, Value> {
  return Object.fromEntries(facets.map((facet) => [facet, read(facet)])) as Record<keyof Deck, Value>;
}

const isSet = (control: HTMLSelectElement | HTMLInputElement) =>
  !(control instanceof HTMLInputElement) || control.checked;

const isTouched = (control: HTMLSelectElement | HTMLInputElement) =>
  control instanceof HTMLInputElement ? control.checked : control.value !== usualValue(control);

/** What the page offers first. */
const usualValue = ({ options }: HTMLSelectElement) =>
  ([...options].find((option) => option.defaultSelected) ?? options[0])?.value ?? '';

/** Chooses a value, or what the page offers first where there is no such value. */
function choose(select: HTMLSelectElement, value: string | null): void {
  const option = [...select.options].find((other) => other.value === value);
  select.value = option?.value ?? usualValue(select);
}
