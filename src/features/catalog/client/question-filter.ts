import type { Level } from '#content/level.ts';
import { DeckForm } from '#features/practice/client/index.ts';
import { type Card, type Choices, isInDeck, readPlaces } from '#features/practice/index.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';

/** How many questions are shown at once. */
const pageSize = 25;

/** Shows the questions of the chosen role, level, topic and kind with the words typed, 25 at a time. Without script the whole list stays. */
class QuestionFilter extends LiveElement {
  #shownCount = pageSize;

  protected connected(signal: AbortSignal): void {
    const showFromStart = () => {
      this.#shownCount = pageSize;
      this.#show(form);
    };
    const form = new DeckForm(this, { changed: showFromStart, signal });
    const text = partOf<HTMLInputElement>(this, '[data-text]');
    text.disabled = false;
    text.addEventListener('input', showFromStart, { signal });
    partOf(this, '[data-more]').addEventListener('click', () => this.#showMore(form), { signal });
    // On paper there is no button for more, so all of them are shown.
    const showAll = () => {
      this.#shownCount = Number.POSITIVE_INFINITY;
      this.#show(form);
    };
    addEventListener('beforeprint', showAll, { signal });
    addEventListener('afterprint', showFromStart, { signal });
    this.#show(form);
  }

  #show({ deck, choices }: DeckForm): void {
    const items = [...this.querySelectorAll<HTMLElement>('li[data-kind]')];
    const words = partOf<HTMLInputElement>(this, '[data-text]').value.toLowerCase().split(/\s+/u);
    const fits = (item: HTMLElement) => {
      const title = item.querySelector('h3')?.textContent.toLowerCase() ?? '';
      return isInDeck(cardOf(item, choices), deck) && words.every((word) => title.includes(word));
    };
    const fitting = items.filter(fits);
    const visible = new Set(fitting.slice(0, this.#shownCount));
    for (const item of items) item.hidden = !visible.has(item);
    const left = fitting.length - visible.size;
    const more = partOf(this, '[data-more]');
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(pageSize, left)} more`;
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]'))
      group.hidden = !group.querySelector('li[data-kind]:not([hidden])');
    partOf(this, '[data-count]').textContent =
      fitting.length === items.length
        ? countText(items.length, 'question')
        : `${fitting.length} of ${countText(items.length, 'question')}: ${this.#chosen()}`;
    partOf<HTMLAnchorElement>(this, '[data-practice]').search = location.search;
  }

  /** Shows the next page, and takes the keyboard to its first question. */
  #showMore(form: DeckForm): void {
    const before = this.#shownCount;
    this.#shownCount += pageSize;
    this.#show(form);
    [...this.querySelectorAll<HTMLElement>('li[data-kind]:not([hidden]) a')][before]?.focus();
  }

  /** What is chosen, in words, because the fields are not printed. */
  #chosen(): string {
    const options = [...this.querySelectorAll<HTMLSelectElement>('select')].flatMap((select) =>
      select.value === '' ? [] : (select.selectedOptions[0]?.text ?? []),
    );
    const text = partOf<HTMLInputElement>(this, '[data-text]').value.trim();
    return [...options, ...(text === '' ? [] : [`“${text}”`])].join(', ');
  }
}

const cardOf = ({ dataset }: HTMLElement, { role, topic, area }: Choices) => ({
  roles: readPlaces(dataset['roles'] ?? '', role),
  area: area[Number(dataset['area'])] ?? '',
  topics: readPlaces(dataset['topics'] ?? '', topic),
  level: dataset['level'] as Level,
  kind: dataset['kind'] as Card['kind'],
});

customElements.define('question-filter', QuestionFilter);
