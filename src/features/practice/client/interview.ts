import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { capitalized, countText } from '#lib/wording.ts';
import type { Rubric } from '../card.ts';
import type { MockQuestion } from '../mock-set.ts';
import { type Score, scores } from '../state.ts';
import type { UnderWay } from '../under-way.ts';
import { recordInterview } from './practice-store.ts';

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
      this.#part(selector).addEventListener(event, act, { signal });
    on('[data-judge]', 'click', () => this.#judge());
    on('[data-pause]', 'click', () => this.#pause());
    on('[data-rubric]', 'change', () => this.#nameNext());
    on('[data-next]', 'click', () => this.#goOn());
    on('[data-end]', 'click', () => this.#finish());
    on('[data-print]', 'click', () => print());
    on('[data-again]', 'click', () => {
      this.#part('[data-summary]').hidden = true;
      again();
    });
    addEventListener('pagehide', () => this.#current && this.#keepState(this.#state), { signal });
  }

  /** Starts an interview, or continues one that a reload interrupted. */
  start(questions: readonly MockQuestion[], rubrics: ReadonlyMap<string, Rubric>, earlier?: State): void {
    this.#questions = questions;
    this.#rubrics = rubrics;
    this.#answered = (earlier?.answered ?? []).flatMap((answer, index) => {
      const question = questions[index];
      return question ? [{ ...answer, question }] : [];
    });
    this.#part('[data-question]').hidden = false;
    this.#part('[data-pause]').ariaPressed = 'false';
    this.#clock.start(earlier?.seconds);
    this.#ask();
    this.#notes.value = earlier?.notes ?? '';
  }

  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return partOf<T>(this.#element, selector);
  }

  get #notes(): HTMLTextAreaElement {
    return this.#part('[data-notes]');
  }

  get #state(): State {
    return {
      answered: this.#answered.map(({ score, notes }) => ({ score, notes })),
      notes: this.#notes.value,
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
    this.#part('[data-place]').textContent = facts.join(' · ');
    this.#part('[data-title]').textContent = this.#rubricOf(question).title;
    this.#notes.value = '';
    this.#part('[data-judge]').hidden = false;
    this.#part('[data-rubric]').hidden = true;
    for (const radio of this.#radios()) radio.checked = false;
    this.#nameNext();
    this.#part('[data-title]').focus();
  }

  #radios(): readonly HTMLInputElement[] {
    return [...this.#element.querySelectorAll<HTMLInputElement>('input[name="score"]')];
  }

  /** Shows what makes an answer weak, good or strong. */
  #judge(): void {
    const question = this.#current;
    if (!question) return;
    const rubric = this.#rubricOf(question);
    for (const score of scores) this.#part(`[data-text="${score}"]`).textContent = rubric[score];
    this.#part('[data-brief]').textContent = rubric.summary;
    this.#part<HTMLAnchorElement>('[data-link]').href = question.card.address;
    this.#part('[data-judge]').hidden = true;
    this.#part('[data-rubric]').hidden = false;
    this.#radios()[0]?.focus();
  }

  get #score(): Score | 'none' {
    return (this.#radios().find(({ checked }) => checked)?.value as Score | undefined) ?? 'none';
  }

  #nameNext(): void {
    const isLast = this.#answered.length + 1 === this.#questions.length;
    const next = this.#part('[data-next]');
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
    const notes = this.#notes.value.trim();
    this.#answered.push({ question, score: this.#score, notes });
  }

  #finish(): void {
    if (this.#score !== 'none') this.#keep();
    this.#keepState(undefined);
    this.#clock.stop();
    this.#part('[data-question]').hidden = true;
    this.#drawSummary();
    this.#questions = [];
    const summary = this.#part('[data-summary]');
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
    this.#part('[data-result]').textContent =
      scored.length === 0
        ? 'Nothing was scored, so nothing went into your practice queue.'
        : `${scored.length} of ${asked} in ${minutes}: ${result}. What you scored is in your practice queue now.`;
    const items = this.#answered.map((answered) => buildItem(answered, this.#rubricOf(answered.question)));
    this.#part('[data-list]').replaceChildren(...items);
  }

  #pause(): void {
    const isRunning = this.#clock.toggle();
    this.#part('[data-pause]').ariaPressed = String(!isRunning);
  }

  #showTime(seconds: number): void {
    const minutes = this.#questions.reduce((sum, question) => sum + question.minutes, 0);
    this.#part('[data-timer]').textContent = `${clockText(seconds)} of ${countText(minutes, 'minute')}`;
    const said = this.#part('[data-time-up]');
    const words = seconds >= minutes * 60 ? 'The time is up. Finish in your own time.' : '';
    // If it were set every second, screen readers would read it out every second.
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

/** Counts seconds while it runs, whatever happens to the system clock meanwhile. */
class Stopwatch {
  readonly #tick: (seconds: number) => void;
  #earlier = 0;
  #since: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(tick: (seconds: number) => void, signal: AbortSignal) {
    this.#tick = tick;
    signal.addEventListener('abort', () => this.stop());
  }

  get seconds(): number {
    const running = this.#since === undefined ? 0 : performance.now() - this.#since;
    return Math.floor((this.#earlier + running) / 1000);
  }

  start(seconds = 0): void {
    this.stop();
    this.#earlier = seconds * 1000;
    this.#run();
  }

  stop(): void {
    if (this.#since !== undefined) this.#earlier += performance.now() - this.#since;
    this.#since = undefined;
    clearInterval(this.#timer);
  }

  /** Stops when it runs and goes on when it doesn't; tells whether it runs now. */
  toggle(): boolean {
    if (this.#since === undefined) this.#run();
    else this.stop();
    return this.#since !== undefined;
  }

  #run(): void {
    this.#since = performance.now();
    this.#timer = setInterval(() => this.#tick(this.seconds), 1000);
    this.#tick(this.seconds);
  }
}
