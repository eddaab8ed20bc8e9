import { interviewCountdown } from '#features/interview/client/index.ts';
import { labWork } from '#features/labs/client/index.ts';
import { passedLabs } from '#features/labs/index.ts';
import { loadDue } from '#features/practice/client/index.ts';
import { chosenBranch, lastRoadmap, loadRoadmapIndex, progress } from '#features/progress/client/index.ts';
import {
  continueWith,
  currentPosition,
  type FirstSteps,
  isLearned,
  type Marks,
  type RoadmapIndex,
  stateOf,
  type TrackedTopic,
} from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { countText, dateFormat } from '#lib/wording.ts';
import { hoursThisWeek } from '../hours-this-week.ts';

const weekday = dateFormat({ weekday: 'long' });
const fullDay = dateFormat({ month: 'long', day: 'numeric' });

/** Fills the home page of someone who was here before. */
export async function openWelcome(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const base = root.dataset['base'] ?? '/';
  try {
    const index = await loadRoadmapIndex(base);
    const draw = () => {
      const [marks, passed] = [progress.value, passedLabs(labWork.value)];
      const hasBegun = marks.size > 0 || passed.size > 0 || lastRoadmap() !== undefined;
      const countdown = hasBegun ? undefined : interviewCountdown();
      if (countdown) drawPreparation(root, { countdown, base });
      else drawContinue(root, { index, marks, passed, base });
      drawFigures(root, { index, marks, passed });
    };
    progress.watch(draw, signal);
    labWork.watch(draw, signal);
  } catch (error) {
    partOf(root, '[data-place]').textContent = 'Your progress is safe in this browser.';
    partOf(root, '[data-title]').textContent = 'Roadmaps could not be loaded';
    partOf(root, '[data-facts]').textContent = 'Reload the page when you are online.';
    throw error;
  }
  await drawDue(root, base);
}

interface Shown {
  readonly index: RoadmapIndex;
  readonly marks: Marks;
  readonly passed: ReadonlySet<string>;
}

/** For someone who has done nothing here but prepare for an interview. */
function drawPreparation(root: HTMLElement, { countdown, base }: { countdown: string; base: string }): void {
  partOf(root, '[data-place]').textContent = countdown;
  partOf(root, '[data-title]').textContent = "Today's set";
  partOf(root, '[data-facts]').textContent = 'Questions, a lab and reviews for your role and level';
  partOf<HTMLAnchorElement>(root, '[data-go]').href = `${base}interview/`;
}

function drawContinue(root: HTMLElement, { index, marks, passed, base }: Shown & { base: string }): void {
  const here = currentPosition(index, { marks, last: lastRoadmap(), passedLabs: passed, chosenBranch });
  if (!here) throw new Error('None of the loaded roadmaps can be continued.');
  const { roadmap, roadmapTitle, done, total, next, topics, firstSteps } = here;
  const goal = continueWith(here);
  const labTimes = [...labWork.value.values()].map(({ at, passedAt }) => Math.max(at, passedAt));
  const lastAt = Math.max(here.lastAt ?? 0, ...labTimes);
  if (lastAt > 0) partOf(root, '[data-last]').textContent = `Last here: ${dayText(lastAt)}`;
  partOf(root, '[data-place]').textContent = firstSteps
    ? `Next · ${firstSteps.passed} of ${firstSteps.labs.length} first steps`
    : [next ? 'Next' : 'Finished', roadmapTitle, done > 0 && `${done} of ${total} done`].filter(Boolean).join(' · ');
  partOf(root, '[data-title]').textContent = goal?.title ?? `You finished the ${roadmapTitle} roadmap.`;
  partOf(root, '[data-facts]').textContent = factsText(firstSteps, next);
  const address = `${base}${goal?.address ?? 'roadmaps/'}`;
  const go = partOf<HTMLAnchorElement>(root, '[data-go]');
  go.href = address;
  go.textContent = goal ? 'Continue' : 'Choose the next roadmap';
  const labs = firstSteps?.labs.map(([id, title]) => ({
    title,
    address: `${base}labs/${id}/`,
    state: passed.has(id) ? 'done' : 'none',
  }));
  const stops = topics.map(({ id, title }) => ({
    title,
    address: `${base}topics/${id}/?line=${roadmap}`,
    state: stateOf(marks, id),
  }));
  ringNext(firstSteps ? undefined : next?.id);
  drawMini(partOf(root, '[data-mini]'), { stops: labs ?? stops, next: address });
}

/** Rings the next topic on the map of the network. */
function ringNext(topic: string | undefined): void {
  for (const stop of document.querySelectorAll<SVGElement>('.map-stop'))
    stop.toggleAttribute('data-next', stop.dataset['topic'] === topic);
}

function factsText(firstSteps: FirstSteps | undefined, next: TrackedTopic | undefined): string {
  if (firstSteps) return `${firstSteps.next[2]} min lab · nothing to install`;
  return next ? `${next.minutes} min read · ${next.phase.title}` : '';
}

interface MiniStop {
  readonly title: string;
  readonly address: string;
  readonly state: string;
}

/** Two stops before the next one and two after it, as pieces of the line. */
function drawMini(list: HTMLElement, { stops, next }: { stops: readonly MiniStop[]; next: string }): void {
  const here = stops.findIndex(({ address }) => address === next);
  const from = Math.max(0, Math.min(here - 2, stops.length - 5));
  list.replaceChildren(
    ...stops.slice(from, from + 5).map(({ title, address, state }) => {
      const item = build('li', '', buildLink(address, title));
      item.dataset['state'] = state;
      if (address === next) item.setAttribute('aria-current', 'step');
      return item;
    }),
  );
}

function drawFigures(root: HTMLElement, { index, marks, passed }: Shown): void {
  const learned = index.topics.filter(([id]) => isLearned(stateOf(marks, id))).length;
  const hours = hoursThisWeek(index, marks, new Date());
  if (hours > 0) setFigure(root, 'week', `${hours} h studied this week`);
  if (learned > 0) setFigure(root, 'learned', `${countText(learned, 'topic')} done`);
  if (passed.size > 0) setFigure(root, 'labs', `${countText(passed.size, 'lab')} passed`);
  const countdown = interviewCountdown();
  if (countdown) setFigure(root, 'interview', buildLink(`${root.dataset['base'] ?? '/'}interview/`, countdown));
}

async function drawDue(root: HTMLElement, base: string): Promise<void> {
  const { cards, labs, text } = await loadDue(base);
  if (text !== '') setFigure(root, 'due', cards + labs > 0 ? buildLink(`${base}practice/`, text) : text);
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
