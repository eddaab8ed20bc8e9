import type { Level } from '#content/level.ts';
import { DeckForm } from '#features/practice/client/index.ts';
import { type Card, type Choices, isInDeck, readPlaces } from '#features/practice/index.ts';
import { countText } from '#lib/wording.ts';

/** Shows only the questions of the chosen role, level, topic and kind. Without script the whole list stays. */
class QuestionFilter extends HTMLElement {
  #listening = new AbortController();

  connectedCallback(): void {
    this.#listening = new AbortController();
    const form = new DeckForm(this, { changed: () => this.#show(form), signal: this.#listening.signal });
    this.#show(form);
  }

  disconnectedCallback(): void {
    this.#listening.abort();
  }

  #show({ deck, choices }: DeckForm): void {
    const items = [...this.querySelectorAll<HTMLElement>('li[data-kind]')];
    for (const item of items) item.hidden = !isInDeck(cardOf(item, choices), deck);
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('li[data-kind]:not([hidden])');
    const shown = items.filter((item) => !item.hidden).length;
    const count = this.querySelector('[data-count]');
    const practice = this.querySelector<HTMLAnchorElement>('[data-practice]');
    if (!count || !practice) throw new Error('question-filter needs [data-count] and [data-practice].');
    count.textContent =
      shown === items.length
        ? countText(items.length, 'question')
        : `${shown} of ${countText(items.length, 'question')}: ${this.#chosen()}`;
    practice.search = location.search;
  }

  /** What is chosen, in words: on paper the choices themselves are not there. */
  #chosen(): string {
    const options = [...this.querySelectorAll<HTMLSelectElement>('select')].flatMap((select) =>
      select.value === '' ? [] : (select.selectedOptions[0]?.text ?? []),
    );
    return options.join(', ');
  }
}

const cardOf = ({ dataset }: HTMLElement, { role, topic }: Choices) => ({
  roles: readPlaces(dataset['roles'] ?? '', role),
  topics: readPlaces(dataset['topics'] ?? '', topic),
  level: dataset['level'] as Level,
  kind: dataset['kind'] as Card['kind'],
});

customElements.define('question-filter', QuestionFilter);
