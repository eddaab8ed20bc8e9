import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { capitalized, countText } from '#lib/wording.ts';
import type { Rubric } from '../card.ts';
import type { MockQuestion } from '../mock-set.ts';
import { type Score, scores } from '../state.ts';
import type { UnderWay } from '../under-way.ts';
import { recordInterview } from './practice-store.ts';
import { Stopwatch } from './stopwatch.ts';

type State = Omit<UnderWay, 'search'>;

interface Options {
  /** Keeps the state of an interview for a reload; undefined when it is over. */
  readonly keep: (state: State | undefined) => void;
  readonly again: () => void;
  readonly signal: AbortSignal;
}

/** One interview: a question, its rubric, the next; at the end the summary. */
export class Interview {
  readonly #element: HTMLElement;
  readonly #clock: Stopwatch;
  readonly #keepState: Options['keep'];
  #questions: readonly MockQuestion[] = [];
  #rubrics: ReadonlyMap<string, Rubric> = new Map();
  #answered: Answered[] = [];

  constructor(element: HTMLElement, { keep, again, signal }: Options) {
    this.#element = element;
    this.#keepState = keep;
    this.#clock = new Stopwatch((seconds) => this.#showTime(seconds), signal);
    const on = (selector: string, event: string, act: () => void) =>
      partOf(element, selector).addEventListener(event, act, { signal });
    on('[data-judge]', 'click', () => this.#judge());
    on('[data-pause]', 'click', () => this.#pause());
    on('[data-rubric]', 'change', () => this.#nameNext());
    on('[data-next]', 'click', () => this.#goOn());
    on('[data-end]', 'click', () => this.#finish());
    on('[data-print]', 'click', () => print());
    on('[data-again]', 'click', () => {
      partOf(element, '[data-summary]').hidden = true;
      again();
    });
    addEventListener('pagehide', () => this.#current && this.#keepState(this.#state), { signal });
  }

  /** Starts an interview, or goes on with one where a reload has interrupted it. */
  start(questions: readonly MockQuestion[], rubrics: ReadonlyMap<string, Rubric>, earlier?: State): void {
    this.#questions = questions;
    this.#rubrics = rubrics;
    this.#answered = (earlier?.answered ?? []).flatMap((answer, index) => {
      const question = questions[index];
      return question ? [{ ...answer, question }] : [];
    });
    partOf(this.#element, '[data-question]').hidden = false;
    partOf(this.#element, '[data-pause]').ariaPressed = 'false';
    this.#clock.start(earlier?.seconds);
    this.#ask();
    partOf<HTMLTextAreaElement>(this.#element, '[data-notes]').value = earlier?.notes ?? '';
  }

  get #state(): State {
    return {
      answered: this.#answered.map(({ score, notes }) => ({ score, notes })),
      notes: partOf<HTMLTextAreaElement>(this.#element, '[data-notes]').value,
      seconds: this.#clock.seconds,
    };
  }

  get #current(): MockQuestion | undefined {
    return this.#questions[this.#answered.length];
  }

  #rubricOf({ card }: MockQuestion): Rubric {
    const empty = { id: card.id, title: card.front, summary: card.back, weak: '', good: '', strong: '' };
    return this.#rubrics.get(card.id) ?? empty;
  }

  #ask(): void {
    const question = this.#current;
    if (!question) {
      this.#finish();
      return;
    }
    const { card, minutes } = question;
    const place = `Question ${this.#answered.length + 1} of ${this.#questions.length}`;
    const facts = [place, capitalized(card.kind), capitalized(card.level), `about ${minutes} minutes`];
    partOf(this.#element, '[data-place]').textContent = facts.join(' · ');
    partOf(this.#element, '[data-title]').textContent = this.#rubricOf(question).title;
    partOf<HTMLTextAreaElement>(this.#element, '[data-notes]').value = '';
    partOf(this.#element, '[data-judge]').hidden = false;
    partOf(this.#element, '[data-rubric]').hidden = true;
    for (const radio of this.#radios()) radio.checked = false;
    this.#nameNext();
    partOf(this.#element, '[data-title]').focus();
  }

  #radios(): readonly HTMLInputElement[] {
    return [...this.#element.querySelectorAll<HTMLInputElement>('input[name="score"]')];
  }

  /** Shows what makes an answer weak, good or strong. */
  #judge(): void {
    const question = this.#current;
    if (!question) return;
    const rubric = this.#rubricOf(question);
    for (const score of scores) partOf(this.#element, `[data-text="${score}"]`).textContent = rubric[score];
    partOf(this.#element, '[data-brief]').textContent = rubric.summary;
    partOf<HTMLAnchorElement>(this.#element, '[data-link]').href = question.card.address;
    partOf(this.#element, '[data-judge]').hidden = true;
    partOf(this.#element, '[data-rubric]').hidden = false;
    this.#radios()[0]?.focus();
  }

  get #score(): Score | 'none' {
    return (this.#radios().find(({ checked }) => checked)?.value as Score | undefined) ?? 'none';
  }

  #nameNext(): void {
    const isLast = this.#answered.length + 1 === this.#questions.length;
    const next = partOf(this.#element, '[data-next]');
    next.textContent = this.#score === 'none' ? 'Skip question' : isLast ? 'To the summary' : 'Next question';
  }

  #goOn(): void {
    this.#keep();
    this.#ask();
    if (this.#current) this.#keepState(this.#state);
  }

  #keep(): void {
    const question = this.#current;
    if (!question) return;
    const notes = partOf<HTMLTextAreaElement>(this.#element, '[data-notes]').value.trim();
    this.#answered.push({ question, score: this.#score, notes });
  }

  #finish(): void {
    if (this.#score !== 'none') this.#keep();
    this.#keepState(undefined);
    this.#clock.stop();
    partOf(this.#element, '[data-question]').hidden = true;
    this.#drawSummary();
    this.#questions = [];
    const summary = partOf(this.#element, '[data-summary]');
    summary.hidden = false;
    summary.focus();
    if (this.#answered.length > 0)
      void recordInterview(this.#answered.map(({ question, score }) => [question.card.id, score]));
  }

  /** Writes what came of an interview, for the screen and for paper. */
  #drawSummary(): void {
    const scored = this.#answered.filter(({ score }) => score !== 'none');
    const count = (score: Score) => scored.filter((item) => item.score === score).length;
    const result = scores.map((score) => `${count(score)} ${score}`).join(', ');
    const asked = countText(this.#questions.length, 'question');
    const minutes = countText(Math.max(1, Math.round(this.#clock.seconds / 60)), 'minute');
    partOf(this.#element, '[data-result]').textContent =
      scored.length === 0
        ? 'Nothing was scored, so nothing went into your practice queue.'
        : `${scored.length} of ${asked} in ${minutes}: ${result}. What you scored is in your practice queue now.`;
    const items = this.#answered.map((answered) => buildItem(answered, this.#rubricOf(answered.question)));
    partOf(this.#element, '[data-list]').replaceChildren(...items);
  }

  #pause(): void {
    const isRunning = this.#clock.toggle();
    partOf(this.#element, '[data-pause]').ariaPressed = String(!isRunning);
  }

  #showTime(seconds: number): void {
    const minutes = this.#questions.reduce((sum, question) => sum + question.minutes, 0);
    partOf(this.#element, '[data-timer]').textContent = `${clockText(seconds)} of ${countText(minutes, 'minute')}`;
    const said = partOf(this.#element, '[data-time-up]');
    const words = seconds >= minutes * 60 ? 'The time is up. Finish in your own time.' : '';
    // Written anew every second, it would be read out every second.
    if (said.textContent !== words) said.textContent = words;
  }
}

const clockText = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** A question that was answered or skipped, with the reader's score and notes. */
type Answered = UnderWay['answered'][number] & { readonly question: MockQuestion };

function buildItem({ question: { card }, score, notes }: Answered, rubric: Rubric): HTMLElement {
  const better = { none: rubric.good, weak: rubric.good, good: rubric.strong, strong: '' }[score];
  const texts = [rubric.summary, better && `Better: ${better}`, notes && `Your notes: ${notes}`].filter(Boolean);
  const facts = [score === 'none' ? 'Skipped' : capitalized(score), capitalized(card.kind), capitalized(card.level)];
  return build(
    'li',
    '',
    build('h3', '', buildLink(card.address, rubric.title)),
    build('p', 'card-facts', facts.join(' · ')),
    ...texts.map((text) => build('p', 'mt-1', text)),
  );
}
