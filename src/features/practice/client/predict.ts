import { build } from '#lib/browser/build.ts';
import { type Compared, comparePrediction, shown } from '../prediction.ts';
import { grades } from '../review.ts';
import { keptWords } from './practice-errors.ts';
import { recordAnswer } from './practice-store.ts';

/** An output that the reader predicts before it is shown. What was predicted wrongly comes back as a card. */
class PredictFirst extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#check(form);
    });
    form?.querySelector('[data-show]')?.addEventListener('click', () => this.#reveal(shown));
    for (const button of form?.querySelectorAll('button') ?? []) button.disabled = false;
  }

  #check(form: HTMLFormElement): void {
    const prediction = String(new FormData(form).get('prediction') ?? '');
    const output = this.querySelector('pre')?.textContent ?? '';
    const choices = [...form.querySelectorAll('input')].map(({ value }) => value);
    const compared = comparePrediction(prediction, choices, output);
    this.querySelector('pre')?.replaceWith(buildPair(compared));
    this.#reveal(compared.said, 'Prediction and output');
    if (!compared.isRight) void this.#keepMiss();
  }

  async #keepMiss(): Promise<void> {
    await recordAnswer(this.dataset['card'] ?? '', grades.again);
    this.querySelector('[role="status"]')?.append(` ${keptWords('It comes back as a review card tomorrow.')}`);
  }

  /** Shows the output and moves the focus there, because the button that had it goes. */
  #reveal(said: string, title = 'Output'): void {
    const details = this.querySelector('details');
    const outputs = this.querySelectorAll('pre');
    this.dataset['shown'] = '';
    this.querySelector('form')?.remove();
    details?.setAttribute('open', '');
    details?.querySelector('summary')?.replaceChildren(title);
    [...outputs].at(-1)?.focus();
    this.querySelector('[role="status"]')?.replaceChildren(said);
  }
}

/** A prediction beside what was printed, with the lines that differ marked; without a prediction, the output alone. */
export function buildPair({ predicted, printed }: Compared): HTMLElement {
  const mine = predicted.length > 0 ? [side('Your prediction', predicted)] : [];
  return build('div', 'predict-pair', ...mine, side('Output', printed));
}

function side(title: string, lines: Compared['printed']): HTMLElement {
  const marked = lines.flatMap(({ text, differs }) => [differs ? build('mark', '', text || ' ') : text, '\n']);
  const pre = build('pre', '', build('code', 'language-output', ...marked.slice(0, -1)));
  pre.tabIndex = 0;
  pre.ariaLabel = title;
  pre.role = 'region';
  return build('div', '', build('span', '', title), pre);
}

customElements.define('predict-first', PredictFirst);
