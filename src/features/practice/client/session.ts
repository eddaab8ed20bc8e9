import { partOf } from '#lib/browser/part-of.ts';
import { capitalized } from '#lib/wording.ts';
import { memoryOf } from '../memory.ts';
import { historyOf, type KnownCard } from '../queue.ts';
import { dayOf, type Grade, grades, withReview } from '../review.ts';
import { momentNow, practice, recordAnswer, takeAnswerBack } from './practice-store.ts';
import { dayWords } from './words.ts';

interface SessionOptions {
  readonly ended: () => void;
  readonly signal: AbortSignal;
}

/** What the buttons say. Hard and easy are shown only to those who want four. */
const gradeNames = {
  again: 'No, show again',
  hard: 'Barely',
  good: 'Yes, I knew it',
  easy: 'Yes, easily',
} as const satisfies Record<keyof typeof grades, string>;

/** Room that a phone's navigation takes at the lower end, in pixels. */
const barHeight = 56;

/** The cards that were given, one after the other and each once: commit to an answer, see ours, say whether it was known. */
export class Session {
  readonly #element: HTMLElement;
  readonly #options: SessionOptions;
  #cards: readonly KnownCard[] = [];
  #place = 0;
  #isStoring = false;

  constructor(element: HTMLElement, options: SessionOptions) {
    this.#element = element;
    this.#options = options;
    const { signal } = options;
    const on = (selector: string, event: string, act: (event: Event) => void) =>
      this.#partOf(selector).addEventListener(event, act, { signal });
    on('[data-commit]', 'submit', (event) => {
      event.preventDefault();
      this.#reveal();
    });
    on('[data-grades]', 'click', ({ target }) => this.#press(target));
    on('[data-undo]', 'click', this.#undo);
    on('[data-stop]', 'click', () => this.#end());
    on('[data-session]', 'keydown', (event) => this.#key(event as KeyboardEvent));
  }

  get isOpen(): boolean {
    return !this.#partOf('[data-session]').hidden;
  }

  start(cards: readonly KnownCard[]): void {
    this.#cards = cards;
    this.#place = 0;
    this.#partOf('[data-session]').hidden = false;
    this.#show();
  }

  get #item(): KnownCard | undefined {
    return this.#cards[this.#place];
  }

  #partOf<T extends HTMLElement = HTMLElement>(selector: string): T {
    return partOf<T>(this.#element, selector);
  }

  #end(): void {
    this.#partOf('[data-session]').hidden = true;
    this.#options.ended();
  }

  /** Shows the card that it is the turn of, or ends after the last one. */
  #show(): void {
    if (!this.#item) {
      this.#end();
      return;
    }
    const { card, memory } = this.#item;
    const place = `${this.#place + 1} of ${this.#cards.length}`;
    const facts = [place, capitalized(card.level), capitalized(card.kind), memory ? '' : 'New'];
    this.#partOf('[data-place]').textContent = facts.filter(Boolean).join(' · ');
    this.#partOf('[data-front]').textContent = card.front;
    const own = this.#partOf<HTMLTextAreaElement>('[data-own]');
    own.value = '';
    own.readOnly = false;
    this.#partOf('[data-commit]').hidden = false;
    this.#partOf('[data-reveal]').hidden = false;
    this.#partOf('[data-answer]').hidden = true;
    this.#partOf<HTMLButtonElement>('[data-undo]').disabled = this.#place === 0;
    this.#focus('[data-front]');
  }

  #reveal(): void {
    const card = this.#item?.card;
    if (!card || this.#isRevealed) return;
    this.#partOf('[data-back]').textContent = card.back;
    this.#partOf<HTMLAnchorElement>('[data-link]').href = card.address;
    const own = this.#partOf<HTMLTextAreaElement>('[data-own]');
    own.readOnly = true;
    this.#partOf('[data-commit]').hidden = own.value.trim() === '';
    this.#partOf('[data-reveal]').hidden = true;
    this.#partOf('[data-grades]').replaceChildren(...this.#buildGrades());
    this.#partOf('[data-answer]').hidden = false;
    this.#focus('[data-back]');
  }

  /** Takes the keyboard to a part of the card, with the whole card in view: on a phone the page's head would hide its end. */
  #focus(selector: string): void {
    this.#partOf(selector).focus({ preventScroll: true });
    const { top, bottom } = this.#partOf('[data-session]').getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - barHeight)
      this.#partOf('[data-session]').scrollIntoView({ behavior: 'instant' });
  }

  get #isRevealed(): boolean {
    return !this.#partOf('[data-answer]').hidden;
  }

  #buildGrades(): HTMLElement[] {
    const names = Object.keys(gradeNames) as (keyof typeof gradeNames)[];
    return names
      .filter((name) => practice.value.settings.fourGrades || name === 'again' || name === 'good')
      .map((name) => buildGrade(name, this.#returnWords(grades[name])));
  }

  /** When the card comes back after a grade. */
  #returnWords(grade: Grade): string {
    if (!this.#item) return '';
    const now = momentNow();
    const { card } = this.#item;
    const before = new Map([[card.id, historyOf(card, practice.value.histories)]]);
    const memory = memoryOf(withReview(before, card.id, { ...now, grade }).get(card.id) ?? []);
    return memory ? dayWords(memory.due, dayOf(now)) : '';
  }

  #press(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-grade]') : null;
    const grade = Number(button?.dataset['grade']) as Grade;
    if (button) void this.#move(1, (id) => recordAnswer(id, grade));
  }

  /** Keeps what an answer changes, then goes to the card after it or back to it. A press meanwhile counts for nothing. */
  async #move(by: 1 | -1, change: (id: string) => Promise<void>): Promise<void> {
    const id = this.#cards[by === 1 ? this.#place : this.#place - 1]?.card.id;
    if (id === undefined || this.#isStoring) return;
    this.#isStoring = true;
    await change(id);
    this.#isStoring = false;
    this.#place += by;
    this.#show();
  }

  /** Takes the last answer back and asks its card again. */
  readonly #undo = () => void this.#move(-1, takeAnswerBack);

  /** Keys work while the focus is on the card and no one types into a field. */
  #key(event: KeyboardEvent): void {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    const isTyping = target instanceof HTMLTextAreaElement && !target.readOnly;
    const isControl = target instanceof Element && target.closest('button, a') !== null;
    if (key === 'Enter' && (isTyping ? ctrlKey || metaKey : !isControl)) {
      event.preventDefault();
      this.#reveal();
    }
    if (isTyping || ctrlKey || metaKey || altKey) return;
    const button = this.#isRevealed ? this.#element.querySelector(`[data-grade="${CSS.escape(key)}"]`) : null;
    if (button) this.#press(button);
    if (key.toLowerCase() === 'u') this.#undo();
  }
}

function buildGrade(name: keyof typeof gradeNames, due: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.dataset['grade'] = String(grades[name]);
  const label = document.createElement('span');
  const key = document.createElement('kbd');
  key.textContent = String(grades[name]);
  label.append(`${gradeNames[name]} `, key);
  const small = document.createElement('small');
  small.className = 'text-xs text-muted';
  small.textContent = due;
  button.append(label, small);
  return button;
}
