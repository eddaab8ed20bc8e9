import list from 'virtual:lab-engines';
import { partOf } from '#lib/browser/part-of.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { href } from '#lib/href.ts';
import type { HelpRung } from '../lab-work.ts';
import type { LinePuzzle } from '../line-puzzle.ts';
import type * as difference from './difference.ts';
import { OrderLines } from './order-lines.ts';
import { hasPassed, keepHelp } from './work-store.ts';

/** Shows the differences between two texts. It is bundled with the editor, apart from page scripts. */
const differencePart = scriptPart<typeof difference>(() => import(/* @vite-ignore */ href(list.editor.difference)));

/** How many runs have to fail before the solution is offered to those who have not used all other help. */
const failuresBeforeSolution = 2;

interface LadderOptions {
  readonly id: string;
  readonly solution: string;
  readonly puzzle: LinePuzzle | undefined;
  readonly signal: AbortSignal;
  /** The reader's code. */
  readonly code: () => string;
  readonly onRun: (program: string) => void;
  readonly onEmpty: () => void;
}

/** Help in steps: the hints, the lines of the solution to put in order, the solution, and an empty editor at the end. */
export class HelpLadder {
  readonly #lab: HTMLElement;
  readonly #options: LadderOptions;
  /** How many steps there are, the solution among them. */
  readonly #count: number;
  #failures = 0;

  constructor(lab: HTMLElement, options: LadderOptions) {
    this.#lab = lab;
    this.#options = options;
    this.#count = this.#rungs().length;
    partOf(lab, '[data-lab-again]').onclick = () => {
      partOf<HTMLDetailsElement>(lab, '[data-lab-answer]').open = false;
      options.onEmpty();
    };
    const keep = ({ target }: Event) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      if (target.matches('[data-lab-answer]')) this.#keep('solution');
      else if (target.closest('.lab-help, [data-lab-hints]')) this.#keep('hint');
    };
    lab.addEventListener('toggle', keep, { capture: true, signal: options.signal });
  }

  /** Offers the next step below the check that failed. */
  offer(): void {
    this.#failures += 1;
    const stuck = partOf(this.#lab, '[data-lab-stuck]');
    const failed = this.#lab.querySelector('[data-lab-check][data-state="failed"]');
    (failed ?? partOf(this.#lab, '.lab-outcome')).append(stuck);
    const solution = partOf(this.#lab, '[data-lab-solution]');
    solution.textContent = 'Show solution';
    partOf(stuck, '[data-lab-steps]').append(solution);
    stuck.hidden = false;
    this.#name();
  }

  hide(): void {
    partOf(this.#lab, '[data-lab-stuck]').hidden = true;
  }

  /** Takes the next step; its button then offers the one after it. */
  climb(): void {
    const rung = this.#rungs()[0];
    if (!rung || rung.matches('[data-lab-answer]')) return;
    const { puzzle, solution, onRun } = this.#options;
    const hints = partOf(this.#lab, '[data-lab-hints]');
    if (rung instanceof HTMLDetailsElement) {
      hints.append(rung);
      rung.open = true;
    } else if (puzzle) {
      // Outside the hints, which screen readers announce whenever they change.
      hints.after(rung);
      new OrderLines(rung, { solution, puzzle, onRun }).open();
      this.#keep('lines');
    }
    this.#name();
    // The button that was pressed is gone.
    if (partOf(this.#lab, '[data-lab-hint]').hidden) rung.querySelector('summary')?.focus();
  }

  /** Opens the solution, with the lines marked that differ from the reader's code. */
  async compare(): Promise<void> {
    const { solution, code } = this.#options;
    const answer = partOf<HTMLDetailsElement>(this.#lab, '[data-lab-answer]');
    answer.open = true;
    answer.scrollIntoView({ block: 'nearest' });
    const part = await differencePart.load();
    part?.showDifference(partOf(answer, '[data-lab-merge]'), { mine: code(), solution });
  }

  /** Remembers that help was used, however the reader opened it. Looking at the solution after a pass doesn't count. */
  #keep(rung: HelpRung): void {
    const { id } = this.#options;
    if (!hasPassed(id)) void keepHelp(id, rung);
  }

  /** The steps that are not taken yet: hints, the lines, the solution. */
  #rungs(): HTMLElement[] {
    return [...this.#lab.querySelectorAll<HTMLElement>('.lab-help > :is(details, [data-lab-lines])')];
  }

  #name(): void {
    const [next, ...more] = this.#rungs();
    if (!next) return;
    const isLast = more.length === 0;
    partOf(this.#lab, '[data-lab-step]').textContent = `Step ${this.#count - more.length} of ${this.#count}:`;
    const button = partOf(this.#lab, '[data-lab-hint]');
    button.hidden = isLast;
    button.textContent = partOf(next, 'summary, h3').textContent;
    partOf(this.#lab, '[data-lab-solution]').hidden = !isLast && this.#failures < failuresBeforeSolution;
  }
}
