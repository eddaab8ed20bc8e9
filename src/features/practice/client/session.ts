import { build, buildButton } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { writeTabValue } from '#lib/browser/tab-value.ts';
import { capitalized } from '#lib/wording.ts';
import { dayWords } from '../due.ts';
import { memoryOf } from '../memory.ts';
import type { Compared } from '../prediction.ts';
import { historyOf, type KnownCard, type LeftReview, reviewKey } from '../queue.ts';
import { dayOf, type Grade, grades, type Moment, withReview } from '../review.ts';
import { momentNow, practice, recordAnswer, takeAnswerBack } from './practice-store.ts';
import { answer, ask } from './prediction-card.ts';

interface SessionOptions {
  readonly ended: () => void;
  /** A card with what is known of it now. */
  readonly find: (id: string) => KnownCard | undefined;
  readonly signal: AbortSignal;
}

/** What the buttons say. Hard and easy are shown only to readers who chose four answers. */
const gradeNames = {
  again: 'No, show again',
  hard: 'Barely',
  good: 'Yes, I knew it',
  easy: 'Yes, easily',
} as const satisfies Record<keyof typeof grades, string>;

/** Height of the navigation at the bottom of a phone's screen, in pixels. */
const barHeight = 56;

/** Goes through cards, each once: the reader commits to an answer, sees ours, and says whether they knew it. */
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
    on('[data-skip]', 'click', () => this.#go(1));
    on('[data-open]', 'click', () => this.#leave());
    on('[data-stop]', 'click', () => this.#end());
    on('[data-session]', 'keydown', (event) => this.#key(event as KeyboardEvent));
  }

  get isOpen(): boolean {
    return !this.#partOf('[data-session]').hidden;
  }

  /** @param place where to go on in cards that were begun before. */
  start(cards: readonly KnownCard[], place = 0): void {
    this.#cards = cards;
    this.#place = place;
    this.#partOf('[data-session]').hidden = false;
    this.#show();
  }

  get #item(): KnownCard | undefined {
    const item = this.#cards[this.#place];
    return item && (this.#options.find(item.card.id) ?? item);
  }

  #partOf<T extends HTMLElement = HTMLElement>(selector: string): T {
    return partOf<T>(this.#element, selector);
  }

  #end(): void {
    this.#partOf('[data-session]').hidden = true;
    writeTabValue(reviewKey, undefined);
    this.#options.ended();
  }

  /** Remembers the place, because the lab is on another page. */
  #leave(): void {
    const ids = this.#cards.map(({ card }) => card.id);
    const left: LeftReview = { search: location.search, ids, place: this.#place };
    writeTabValue(reviewKey, JSON.stringify(left));
  }

  /** Shows the current card, or ends the session after the last one. */
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
    this.#partOf('[data-commit]').hidden = card.kind === 'lab';
    this.#partOf('[data-reveal]').hidden = false;
    this.#partOf('[data-answer]').hidden = true;
    this.#partOf<HTMLButtonElement>('[data-undo]').disabled = !this.#canUndo;
    ask(this.#partOf('[data-session]'), card);
    showLab(this.#partOf('[data-session]'), this.#item, momentNow());
    this.#focus('[data-front]');
  }

  /** A lab that was passed stays passed. */
  get #canUndo(): boolean {
    return this.#place > 0 && this.#cards[this.#place - 1]?.card.kind !== 'lab';
  }

  #reveal(): void {
    const card = this.#item?.card;
    if (!card || card.kind === 'lab' || this.#isRevealed) return;
    const compared = answer(this.#partOf('[data-session]'), card);
    this.#partOf<HTMLAnchorElement>('[data-link]').href = card.address;
    this.#partOf<HTMLTextAreaElement>('[data-own]').readOnly = true;
    this.#partOf('[data-reveal]').hidden = true;
    this.#partOf('[data-grades]').replaceChildren(...this.#buildGrades(compared));
    this.#partOf('[data-answer]').hidden = false;
    this.#focus('[data-back]');
  }

  /** Moves the focus to a part of the card, and scrolls to the card unless all of it is in view: below the head of the page, a phone would not show its end. */
  #focus(selector: string): void {
    this.#partOf(selector).focus({ preventScroll: true });
    const { top, bottom } = this.#partOf('[data-session]').getBoundingClientRect();
    if (top < 0 || bottom > innerHeight - barHeight)
      this.#partOf('[data-session]').scrollIntoView({ behavior: 'instant' });
  }

  get #isRevealed(): boolean {
    return !this.#partOf('[data-answer]').hidden;
  }

  /** The reader's own verdict; on a prediction there is nothing to judge. */
  #buildGrades(compared: Compared | undefined): HTMLElement[] {
    if (compared) {
      const grade = compared.isRight ? grades.good : grades.again;
      return [buildGrade('Next', grade, this.#returnWords(grade))];
    }
    const names = Object.keys(gradeNames) as (keyof typeof gradeNames)[];
    return names
      .filter((name) => practice.value.settings.fourGrades || name === 'again' || name === 'good')
      .map((name) => buildGrade(gradeNames[name], grades[name], this.#returnWords(grades[name])));
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

  /** Keeps what an answer changes, then goes to the card after it or back to it. Presses in the meantime are ignored. */
  async #move(by: 1 | -1, change: (id: string) => Promise<void>): Promise<void> {
    const id = this.#cards[by === 1 ? this.#place : this.#place - 1]?.card.id;
    if (id === undefined || this.#isStoring) return;
    this.#isStoring = true;
    await change(id);
    this.#isStoring = false;
    this.#go(by);
  }

  #go(by: 1 | -1): void {
    this.#place += by;
    this.#show();
  }

  /** Takes the last answer back and asks its card again. */
  readonly #undo = () => this.#canUndo && void this.#move(-1, takeAnswerBack);

  /** Keys work while the focus is on the card and the reader isn't typing. */
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

function buildGrade(name: string, grade: Grade, due: string): HTMLElement {
  const button = buildButton('');
  button.dataset['grade'] = String(grade);
  button.append(
    build('span', '', `${name} `, build('kbd', '', String(grade))),
    build('small', 'text-xs text-muted', due),
  );
  return button;
}

const task =
  'Write it once more from an empty editor, without hints. It counts as remembered when its checks pass. Your earlier code is kept.';

/** Offers a lab that came back, or says how it went once it was done today. */
function showLab(session: HTMLElement, { card, memory }: KnownCard, now: Moment): void {
  const today = dayOf(now);
  const part = partOf(session, '[data-lab]');
  part.hidden = card.kind !== 'lab';
  if (part.hidden) return;
  const isDone = memory?.lastDay === today;
  const returns = memory && isDone ? `It returns ${dayWords(memory.due, today)}.` : '';
  partOf(part, '[data-lab-said]').textContent = isDone
    ? [memory.lastGrade > 1 && 'Passed again: you remembered it.', returns].filter(Boolean).join(' ')
    : `${task} About ${card.minutes} minutes.`;
  const open = partOf<HTMLAnchorElement>(part, '[data-open]');
  open.href = `${card.address}#review`;
  open.hidden = isDone;
  const skip = partOf(part, '[data-skip]');
  skip.textContent = isDone ? 'Next' : 'Not today';
  skip.classList.toggle('button-strong', isDone);
}
