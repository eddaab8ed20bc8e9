import { interviewCountdown } from '#features/interview/client/index.ts';
import { loadDue, practice } from '#features/practice/client/index.ts';
import { chosenBranch, lastRoadmap, loadTracks, studyPace, watchProgress } from '#features/progress/client/index.ts';
import {
  isLearned,
  type Marks,
  stateOf,
  type TrackedTopic,
  type Tracks,
  whereYouAre,
} from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { dateFormat } from '#lib/date-format.ts';
import { countText } from '#lib/wording.ts';
import { hoursThisWeek } from '../hours-this-week.ts';

const weekday = dateFormat({ weekday: 'long' });
const fullDay = dateFormat({ month: 'long', day: 'numeric' });
const minutesPerCard = 1.5;

/** Fills the home page of someone who was here before. */
export async function openWelcome(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const base = root.dataset['base'] ?? '/';
  try {
    const tracks = await loadTracks(base);
    watchProgress((marks) => {
      const countdown = marks.size === 0 && lastRoadmap() === undefined ? interviewCountdown() : undefined;
      if (countdown) drawPreparation(root, { countdown, base });
      else drawContinue(root, { tracks, marks, base });
      drawFigures(root, { tracks, marks });
    }, signal);
  } catch (error) {
    partOf(root, '[data-place]').textContent = 'Your progress is safe in this browser.';
    partOf(root, '[data-title]').textContent = 'Roadmaps could not be loaded';
    partOf(root, '[data-facts]').textContent = 'Reload the page when you are online.';
    throw error;
  }
  await drawDue(root, base);
}

interface Shown {
  readonly tracks: Tracks;
  readonly marks: Marks;
}

/** For someone who has done nothing here but prepare for an interview. */
function drawPreparation(root: HTMLElement, { countdown, base }: { countdown: string; base: string }): void {
  partOf(root, '[data-place]').textContent = countdown;
  partOf(root, '[data-title]').textContent = "Today's set";
  partOf(root, '[data-facts]').textContent = 'Questions, a lab and reviews for your role and level';
  partOf<HTMLAnchorElement>(root, '[data-go]').href = `${base}interview/`;
}

function drawContinue(root: HTMLElement, { tracks, marks, base }: Shown & { base: string }): void {
  const here = whereYouAre(tracks, { marks, last: lastRoadmap(), chosenBranch });
  if (!here) throw new Error('The roadmaps that were loaded have none to go on with.');
  const { roadmap, roadmapTitle, done, total, next, topics, lastAt } = here;
  if (lastAt !== undefined) partOf(root, '[data-last]').textContent = `Last here: ${dayText(lastAt)}`;
  partOf(root, '[data-place]').textContent =
    `${next ? 'Next' : 'Finished'} · ${roadmapTitle} · ${done} of ${total} done`;
  partOf(root, '[data-title]').textContent = next ? next.title : `You finished the ${roadmapTitle} roadmap.`;
  partOf(root, '[data-facts]').textContent = next ? `${next.minutes} min read · ${next.phase.title}` : '';
  const go = partOf<HTMLAnchorElement>(root, '[data-go]');
  go.href = next ? `${base}topics/${next.id}/?line=${roadmap}` : `${base}roadmaps/`;
  go.textContent = next ? 'Continue' : 'Choose the next roadmap';
  drawMini(partOf(root, '[data-mini]'), { stops: topics, next, marks, base, roadmap });
}

/** Two topics before the next one and two behind it, as pieces of the line. */
function drawMini(
  list: HTMLElement,
  at: {
    readonly stops: readonly TrackedTopic[];
    readonly next: TrackedTopic | undefined;
    readonly marks: Marks;
    readonly base: string;
    readonly roadmap: string;
  },
): void {
  const here = at.stops.findIndex(({ id }) => id === at.next?.id);
  const from = Math.max(0, Math.min(here - 2, at.stops.length - 5));
  const shown = at.stops.slice(from, from + 5);
  list.replaceChildren(
    ...shown.map(({ id, title }) => {
      const item = build('li', '', buildLink(`${at.base}topics/${id}/?line=${at.roadmap}`, title));
      item.dataset['state'] = stateOf(at.marks, id);
      if (id === at.next?.id) item.setAttribute('aria-current', 'step');
      return item;
    }),
  );
}

function drawFigures(root: HTMLElement, { tracks, marks }: Shown): void {
  const learned = [...marks].filter(([, { state }]) => isLearned(state)).length;
  setFigure(root, 'week', `${hoursThisWeek(tracks, marks, new Date())} of ${studyPace()} h this week`);
  setFigure(root, 'learned', `${countText(learned, 'topic')} done`);
  const countdown = interviewCountdown();
  if (countdown) setFigure(root, 'interview', buildLink(`${root.dataset['base'] ?? '/'}interview/`, countdown));
}

async function drawDue(root: HTMLElement, base: string): Promise<void> {
  const { histories } = practice.value;
  if (histories.size === 0) return;
  const { cards } = await loadDue(base, histories);
  const minutes = Math.ceil(cards * minutesPerCard);
  const text = cards === 0 ? 'No reviews due' : `${countText(cards, 'review')} due · ${minutes} min`;
  setFigure(root, 'due', cards === 0 ? text : buildLink(`${base}practice/`, text));
}

function setFigure(root: HTMLElement, name: string, content: Node | string): void {
  const list = partOf(root, '[data-figures]');
  const known = list.querySelector<HTMLElement>(`[data-figure="${name}"]`);
  const item = known ?? build('li', '');
  item.dataset['figure'] = name;
  item.replaceChildren(content);
  if (!known) list.append(item);
}

/** "today", "Tuesday" within a week, "March 3" before that. */
function dayText(at: number): string {
  const days = Math.floor((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days < 7 ? weekday(new Date(at)) : fullDay(new Date(at));
}
