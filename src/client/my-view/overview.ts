import type { Card } from '#domain/practice/card.ts';
import { type Marks, stateOf } from '#domain/progress/progress.ts';
import { countText } from '#domain/wording.ts';
import { build, buildLink } from '../build.ts';
import { partOf } from '../part-of.ts';
import { practiceFaultWords } from '../practice/faults.ts';
import { loadJson } from '../practice/load.ts';
import { momentNow, practice } from '../practice/store.ts';
import { type KnownSite, titleOf } from './known-site.ts';

/** How many topics with due cards are named. */
const mostTopics = 12;

/** Says how far the reader is over all topics. */
export function showSummary(root: HTMLElement, marks: Marks, { topics }: KnownSite): void {
  const all = [...topics.values()];
  const learned = all.filter(({ id }) => stateOf(marks, id) === 'done' || stateOf(marks, id) === 'review');
  const learning = all.filter(({ id }) => stateOf(marks, id) === 'learning').length;
  const hours = (list: typeof all) => Math.round(list.reduce((sum, { halves }) => sum + halves, 0) / 2);
  const isEmpty = all.every(({ id }) => stateOf(marks, id) === 'none');
  partOf(root, '[data-empty]').hidden = !isEmpty;
  const line = partOf(root, '[data-summary]');
  line.hidden = isEmpty;
  line.textContent = `You have learned ${learned.length} of ${countText(all.length, 'topic')}, about ${hours(learned)} of ${countText(hours(all), 'hour')}${learning > 0 ? `, and are at ${countText(learning, 'other')}` : ''}.`;
}

/** Says what is due for review: topics that are marked so, and cards of the practice room by topic. */
export function openDue(root: HTMLElement, { site, signal }: { site: KnownSite; signal: AbortSignal }) {
  let marked = 0;
  let cards = '';
  let faults = '';
  const show = () => {
    const sentences = [faults, cards, marked > 0 ? `You have marked ${countText(marked, 'topic')} to review.` : ''];
    const text = sentences.filter(Boolean).join(' ');
    partOf(root, '[data-due]').hidden = text === '';
    partOf(root, '[data-due-text]').textContent = text;
  };
  const showCards = async () => {
    if (practice.value.histories.size === 0) return;
    const { dueByTopic } = await import('#domain/practice/due.ts');
    const questions = await loadJson<readonly Card[]>(`${site.base}practice/cards.json`).catch(() => []);
    const due = dueByTopic(questions, practice.value.histories, momentNow());
    cards = due.cards === 0 ? 'No card of the practice room is due.' : `${cardsAre(due.cards)} due.`;
    partOf(root, '[data-due-list]').replaceChildren(
      ...due.topics.slice(0, mostTopics).map(({ topic, cards: count }) => buildDue(site, { topic, count })),
    );
    show();
  };
  practice.watch((_state, fault) => {
    // Storage that is full or blocked is said once for all that is kept.
    faults = fault && fault !== 'full' && fault !== 'blocked' ? practiceFaultWords[fault] : '';
    show();
    void showCards();
  }, signal);
  return (marks: Marks) => {
    marked = [...site.topics.keys()].filter((id) => stateOf(marks, id) === 'review').length;
    show();
  };
}

const cardsAre = (count: number) => `${countText(count, 'card')} of the practice room ${count === 1 ? 'is' : 'are'}`;

function buildDue(site: KnownSite, { topic, count }: { topic: string; count: number }): HTMLElement {
  const address = `${site.base}practice/?topic=${topic}&checks=on`;
  return build('li', '', buildLink(address, titleOf(site, topic)), `: ${countText(count, 'card')}`);
}
