import { partOf } from '#lib/browser/part-of.ts';
import { capitalized, countText } from '#lib/wording.ts';
import { memoryOf } from '../memory.ts';
import { historyOf, type KnownCard } from '../queue.ts';
import { type Grade, grades, withReview } from '../review.ts';
import { momentNow, practice, recordAnswer, takeAnswerBack } from './practice-store.ts';
import { dueWords } from './words.ts';

interface SessionOptions {
  /** The card to take now, a certain one if asked for, and how many are left with it; undefined when there is none. */
  readonly next: (certain?: string) => { readonly item: KnownCard; readonly left: number } | undefined;
  readonly ended: () => void;
  readonly signal: AbortSignal;
}

const gradeNames = Object.keys(grades) as readonly (keyof typeof grades)[];

/** One card after the other: commit to an answer, see ours, say whether it was known. */
export class Session {
  readonly #element: HTMLElement;
  readonly #options: SessionOptions;
  /** Cards answered in this session, for taking back. */
  readonly #answered: string[] = [];
  #item: KnownCard | undefined;

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
    on('[data-undo]', 'click', () => void this.#undo());
    on('[data-stop]', 'click', () => this.#end());
    on('[data-session]', 'keydown', (event) => this.#key(event as KeyboardEvent));
  }

  get isOpen(): boolean {
    return !this.#partOf('[data-session]').hidden;
  }

  start(): void {
    this.#partOf('[data-session]').hidden = false;
    this.#takeNext();
  }

  #partOf<T extends HTMLElement = HTMLElement>(selector: string): T {
    return partOf<T>(this.#element, selector);
  }

  #end(): void {
    this.#partOf('[data-session]').hidden = true;
    this.#options.ended();
  }

  #takeNext(certain?: string): void {
    const next = this.#options.next(certain);
    if (next) this.#show(next.item, next.left);
    else this.#end();
  }

  #show(item: KnownCard, left: number): void {
    this.#item = item;
    const { card, memory } = item;
    const facts = [
      `${countText(left, 'card')} left`,
      capitalized(card.level),
      capitalized(card.kind),
      memory ? '' : 'New',
    ];
    this.#partOf('[data-place]').textContent = facts.filter(Boolean).join(' · ');
    this.#partOf('[data-front]').textContent = card.front;
    const own = this.#partOf<HTMLTextAreaElement>('[data-own]');
    own.value = '';
    own.readOnly = false;
    this.#partOf('[data-reveal]').hidden = false;
    this.#partOf('[data-answer]').hidden = true;
    this.#partOf<HTMLButtonElement>('[data-undo]').disabled = this.#answered.length === 0;
    this.#partOf('[data-front]').focus();
  }

  #reveal(): void {
    const card = this.#item?.card;
    if (!card || this.#isRevealed) return;
    this.#partOf('[data-back]').textContent = card.back;
    this.#partOf<HTMLAnchorElement>('[data-link]').href = card.address;
    this.#partOf<HTMLTextAreaElement>('[data-own]').readOnly = true;
    this.#partOf('[data-reveal]').hidden = true;
    this.#partOf('[data-grades]').replaceChildren(...this.#buildGrades());
    this.#partOf('[data-answer]').hidden = false;
    this.#partOf('[data-back]').focus();
  }

  get #isRevealed(): boolean {
    return !this.#partOf('[data-answer]').hidden;
  }

  #buildGrades(): HTMLElement[] {
    const card = this.#item?.card;
    const { settings, histories } = practice.value;
    const now = momentNow();
    return gradeNames
      .filter((name) => settings.fourGrades || name === 'again' || name === 'good')
      .map((name) => {
        const after =
          card &&
          withReview(new Map([[card.id, historyOf(card, histories)]]), card.id, { ...now, grade: grades[name] });
        const memory = card && memoryOf(after?.get(card.id) ?? []);
        return buildGrade(name, memory ? dueWords(memory, now) : '');
      });
  }

  #press(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-grade]') : null;
    if (button) void this.#grade(Number(button.dataset['grade']) as Grade);
  }

  async #grade(grade: Grade): Promise<void> {
    const id = this.#item?.card.id;
    if (id === undefined) return;
    this.#item = undefined;
    this.#answered.push(id);
    await recordAnswer(id, grade);
    this.#takeNext();
  }

  /** Takes the last answer back and asks its card again. */
  async #undo(): Promise<void> {
    const id = this.#answered.pop();
    if (id === undefined) return;
    await takeAnswerBack(id);
    this.#takeNext(id);
  }

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
    if (key.toLowerCase() === 'u') void this.#undo();
  }
}

function buildGrade(name: keyof typeof grades, due: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.dataset['grade'] = String(grades[name]);
  const label = document.createElement('span');
  const key = document.createElement('kbd');
  key.textContent = String(grades[name]);
  label.append(`${capitalized(name)} `, key);
  const small = document.createElement('small');
  small.className = 'text-xs text-muted';
  small.textContent = due;
  button.append(label, small);
  return button;
}
