import { build } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import type { Card } from '../card.ts';
import { type Compared, comparePrediction } from '../prediction.ts';
import { buildPair } from './predict.ts';

/** Asks for the answer to a card; for a prediction, with the code and a text box or choices, as its topic does. */
export function ask(session: HTMLElement, { sample }: Card): void {
  const code = partOf(session, '[data-code]');
  code.hidden = !sample;
  code.textContent = sample?.code ?? '';
  const choices = partOf(session, '[data-choices]');
  choices.hidden = !sample?.choices.length;
  choices.replaceChildren(build('legend', 'font-bold', 'Your prediction'), ...(sample?.choices ?? []).map(buildChoice));
  partOf(session, '[data-typed]').hidden = !choices.hidden;
  partOf(session, '[data-ask]').textContent = sample ? 'Your prediction' : 'Your answer, in a few words';
  partOf(session, '[data-own]').classList.toggle('font-code', sample !== undefined);
  partOf(session, '[data-hint]').hidden = sample !== undefined;
  partOf(session, '[data-reveal]').textContent = sample ? 'Check' : 'Show answer';
}

function buildChoice(choice: string): HTMLElement {
  const input = build('input', '');
  Object.assign(input, { type: 'radio', name: 'prediction', value: choice });
  return build('label', 'flex min-h-11 items-center gap-3', input, build('code', '', choice));
}

/** Shows the answer to a card; for a prediction, beside what the reader predicted and whether that was right. */
export function answer(session: HTMLElement, { sample, back }: Card): Compared | undefined {
  const own = partOf<HTMLTextAreaElement>(session, '[data-own]');
  const chosen = session.querySelector<HTMLInputElement>('[name="prediction"]:checked');
  const compared = sample && comparePrediction(chosen?.value ?? own.value, sample.choices, back);
  partOf(session, '[data-back]').replaceChildren(...(compared ? [compared.said, buildPair(compared)] : [back]));
  partOf(session, '[data-commit]').hidden = compared !== undefined || own.value.trim() === '';
  partOf(session, '[data-link]').textContent = compared
    ? 'The section that explains it, in a new tab'
    : 'The full answer, in a new tab';
  partOf(session, '#grade-title').textContent = compared ? 'When it comes back' : 'Did you know it?';
  return compared;
}
