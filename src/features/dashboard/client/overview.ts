import { labWork } from '#features/labs/client/index.ts';
import { loadDue, practice, practiceErrorTexts } from '#features/practice/client/index.ts';
import type { Due } from '#features/practice/index.ts';
import { chosenBranch, lastRoadmap } from '#features/progress/client/index.ts';
import {
  continueWith,
  currentPosition,
  isLearned,
  type Marks,
  type RoadmapIndex,
  stateOf,
} from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { activeDays } from '../activity.ts';
import { type SiteIndex, titleOf } from './site-index.ts';

/** How many topics with due cards are listed. */
const maxTopics = 12;

/** Shows how much the reader has done of everything that the site has. */
export function showFigures(
  root: HTMLElement,
  { marks, labs, cards, site: { topics } }: { marks: Marks; labs: number; cards: number; site: SiteIndex },
): void {
  const all = [...topics.values()];
  const learned = all.filter(({ id }) => isLearned(stateOf(marks, id)));
  const isEmpty = labs === 0 && all.every(({ id }) => stateOf(marks, id) === 'none');
  partOf(root, '[data-empty]').hidden = !isEmpty;
  const figures = partOf(root, '[data-figures]');
  figures.hidden = isEmpty;
  const hours = learned.reduce((sum, { halfHours }) => sum + halfHours, 0) / 2;
  const texts = {
    topics: `${learned.length} of ${all.length}`,
    labs: `${labs} of ${figures.dataset['labs']}`,
    cards: String(cards),
    hours: String(Math.round(hours)),
  };
  for (const [name, text] of Object.entries(texts)) partOf(figures, `[data-figure="${name}"]`).textContent = text;
}

/** Shows the next topic on the roadmap to continue, as the home page does; nothing before the reader has started one. */
export function showContinue(
  root: HTMLElement,
  { site, marks, passed, index }: { site: SiteIndex; marks: Marks; passed: ReadonlySet<string>; index: RoadmapIndex },
): void {
  const here = currentPosition(index, { marks, last: lastRoadmap(), passedLabs: passed, chosenBranch });
  const hasBegun = passed.size > 0 || here?.topics.some(({ id }) => stateOf(marks, id) !== 'none');
  const next = here && hasBegun ? continueWith(here) : undefined;
  partOf(root, '[data-continue]').hidden = !next;
  if (!here || !next) return;
  partOf(root, '[data-continue-where]').textContent = here.firstSteps
    ? `${here.firstSteps.passed} of ${here.firstSteps.labs.length} first steps done`
    : `${here.roadmapTitle}: ${here.done} of ${here.total} topics done`;
  const link = partOf<HTMLAnchorElement>(root, '[data-continue-link]');
  link.href = `${site.base}${next.address}`;
  link.textContent = `Continue: ${next.title}`;
}

const shades = [0, 1, 3, 6];

/** Draws the calendar of what was marked, answered and noted. */
export function showActivity(root: HTMLElement, moments: Iterable<number>): void {
  const days = activeDays(moments, new Date());
  const active = days.filter(({ count }) => count > 0).length;
  const words = `Active on ${countText(active, 'day')} in the last twelve weeks.`;
  const calendar = partOf(root, '[data-activity-days]');
  calendar.ariaLabel = words;
  calendar.replaceChildren(
    ...days.map(({ date, count }) => {
      const day = build('span', '');
      day.dataset['shade'] = String(shades.findLastIndex((least) => count >= least));
      day.title = `${date.toLocaleDateString('en', { month: 'long', day: 'numeric' })}: ${count === 0 ? 'nothing' : countText(count, 'change')}`;
      return day;
    }),
  );
  partOf(root, '[data-activity-text]').textContent = words;
  partOf(root, '[data-activity]').hidden = active === 0;
}

const notLoaded = { text: 'Your reviews could not be loaded. Reload the page when you are online.', topics: [] };

/** Says what is due for review: topics that are marked so, and cards and labs of the practice room by topic. */
export function openDue(root: HTMLElement, { site, signal }: { site: SiteIndex; signal: AbortSignal }) {
  let marked = 0;
  let due = '';
  let storageError = '';
  const show = () => {
    const sentences = [
      storageError,
      due.replace(/[^.]$/u, '$&.'),
      marked > 0 ? `You marked ${countText(marked, 'topic')} to review.` : '',
    ];
    const text = sentences.filter(Boolean).join(' ');
    partOf(root, '[data-due]').hidden = text === '';
    partOf(root, '[data-due-text]').textContent = text;
  };
  const showCards = async () => {
    const { histories } = practice.value;
    const { text, topics }: Pick<Due, 'text' | 'topics'> = await loadDue(site.base).catch(() => notLoaded);
    // If the histories changed while this was loading, a later call shows them.
    if (histories !== practice.value.histories) return;
    due = text;
    partOf(root, '[data-due-topics]').hidden = topics.length === 0;
    partOf(root, '[data-due-list]').replaceChildren(...topics.slice(0, maxTopics).map((each) => buildDue(site, each)));
    show();
  };
  practice.watch((_state, error) => {
    // Full or blocked storage is reported once, for everything that is stored.
    storageError = error && error !== 'full' && error !== 'blocked' ? practiceErrorTexts[error] : '';
    show();
    void showCards();
  }, signal);
  labWork.watch(() => void showCards(), signal);
  return (marks: Marks) => {
    marked = [...site.topics.keys()].filter((id) => stateOf(marks, id) === 'review').length;
    show();
  };
}

function buildDue(site: SiteIndex, { topic, count }: { topic: string; count: number }): HTMLElement {
  const address = `${site.base}practice/?topic=${topic}&checks=on`;
  return build('li', '', buildLink(address, titleOf(site, topic)), `: ${count}`);
}
