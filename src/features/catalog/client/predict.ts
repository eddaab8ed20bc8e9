import { build } from '#lib/browser/build.ts';
import { type Compared, compareChoice, compareLines } from '../prediction.ts';

/** An output that the reader predicts before it is shown. */
class PredictFirst extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#check(form);
    });
    form?.querySelector('[data-show]')?.addEventListener('click', () => this.#reveal('This is what it prints.'));
    for (const button of form?.querySelectorAll('button') ?? []) button.disabled = false;
  }

  #check(form: HTMLFormElement): void {
    const prediction = String(new FormData(form).get('prediction') ?? '');
    const output = this.querySelector('pre')?.textContent ?? '';
    const choices = [...form.querySelectorAll('input')].map(({ value }) => value);
    this.#compare(choices.length > 0 ? compareChoice(prediction, choices, output) : compareLines(prediction, output));
  }

  #compare({ predicted, printed, said }: Compared): void {
    const output = this.querySelector('pre');
    const pair = build('div', 'predict-pair', side('Your prediction', predicted));
    output?.replaceWith(pair);
    pair.append(side('Output', printed));
    this.#reveal(said, 'Prediction and output');
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

function side(title: string, lines: Compared['printed']): HTMLElement {
  const marked = lines.flatMap(({ text, differs }) => [differs ? build('mark', '', text || ' ') : text, '\n']);
  const pre = build('pre', '', build('code', 'language-output', ...marked.slice(0, -1)));
  pre.tabIndex = 0;
  pre.ariaLabel = title;
  pre.role = 'region';
  return build('div', '', build('span', '', title), pre);
}

customElements.define('predict-first', PredictFirst);
