import { partOf } from '#lib/browser/part-of.ts';
import { capitalized, countText } from '#lib/wording.ts';
import type { Rubric } from '../card.ts';
import type { MockQuestion } from '../mock-set.ts';
import { type Score, scores } from '../state.ts';

/** A question of a finished interview, with the reader's score and notes. */
export interface Answered {
  readonly question: MockQuestion;
  readonly rubric: Rubric;
  readonly score: Score | 'none';
  readonly notes: string;
}

interface Outcome {
  readonly answered: readonly Answered[];
  /** Questions of the set, answered or not. */
  readonly asked: number;
  readonly seconds: number;
}

/** Writes what came of an interview, for the screen and for paper. */
export function drawSummary(element: HTMLElement, { answered, asked, seconds }: Outcome): void {
  const scored = answered.filter(({ score }) => score !== 'none');
  const count = (score: Score) => scored.filter((item) => item.score === score).length;
  const result = scores.map((score) => `${count(score)} ${score}`).join(', ');
  const minutes = countText(Math.max(1, Math.round(seconds / 60)), 'minute');
  partOf(element, '[data-result]').textContent =
    scored.length === 0
      ? 'Nothing was scored, so nothing went into your practice queue.'
      : `${scored.length} of ${countText(asked, 'question')} in ${minutes}: ${result}. What you scored is in your practice queue now.`;
  partOf(element, '[data-list]').replaceChildren(...answered.map(buildItem));
}

function buildItem({ question: { card }, rubric, score, notes }: Answered): HTMLElement {
  const item = document.createElement('li');
  const heading = document.createElement('h3');
  const link = document.createElement('a');
  link.href = card.address;
  link.textContent = rubric.title;
  heading.append(link);
  const facts = document.createElement('p');
  facts.className = 'card-facts';
  facts.textContent = `${score === 'none' ? 'Skipped' : capitalized(score)} · ${capitalized(card.kind)} · ${capitalized(card.level)}`;
  item.append(heading, facts);
  const better = { none: rubric.good, weak: rubric.good, good: rubric.strong, strong: '' }[score];
  for (const text of [rubric.summary, better && `Better: ${better}`, notes && `Your notes: ${notes}`].filter(Boolean)) {
    const line = document.createElement('p');
    line.className = 'mt-1';
    line.textContent = text;
    item.append(line);
  }
  return item;
}
