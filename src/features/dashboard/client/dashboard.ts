import { labWork } from '#features/labs/client/index.ts';
import { passedLabs } from '#features/labs/index.ts';
import { buildOwnLink, noteErrorTexts, notes } from '#features/notes/client/index.ts';
import { byTopic, findNotes, type SearchableNotes, searchable } from '#features/notes/index.ts';
import { loadPlanData } from '#features/plan/client/index.ts';
import type { PlanData } from '#features/plan/index.ts';
import { practice } from '#features/practice/client/index.ts';
import { loadRoadmapIndex, progress } from '#features/progress/client/index.ts';
import { type RoadmapIndex, readTeamFragment } from '#features/progress/index.ts';
import { build, buildLink } from '#lib/browser/build.ts';
import { enableControls } from '#lib/browser/enable-controls.ts';
import { LiveElement } from '#lib/browser/live-element.ts';
import { openAddressed, partOf } from '#lib/browser/part-of.ts';
import { countText } from '#lib/wording.ts';
import { startedRoadmaps } from '../roadmaps-begun.ts';
import { buildLongList, finishLists } from './long-list.ts';
import { openDue, showActivity, showContinue, showFigures } from './overview.ts';
import { addressOfNote, indexSite, type SiteIndex, titleOf, trackRoadmaps } from './site-index.ts';
import { openSkills } from './skills.ts';
import { StartedRoadmaps } from './started-roadmaps.ts';
import { openToRole } from './to-role.ts';
import { buildTopicLists, type Filters, openFilters } from './topic-lists.ts';
import { openYourData } from './your-data.ts';

/** Sends old links on: those to a person or a team to the team page, those to a former comparison of plans to the plan. */
function followOldLink(base: string): void {
  const plan = new URLSearchParams(location.hash.slice(1)).get('plan');
  if (plan) location.replace(`${base}plan/#${plan}`);
  if (readTeamFragment(location.hash)) location.replace(`${base}progress/team/${location.hash}`);
}

/** The page "My progress". It needs the titles, hours and roadmaps that the planner has. */
class MyProgress extends LiveElement {
  protected connected(signal: AbortSignal): void {
    void openDashboard(this, signal);
  }
}

async function openDashboard(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const base = root.dataset['base'] ?? '/';
  followOldLink(base);
  const [data, index] = await Promise.all([
    loadPlanData(base).catch(() => undefined),
    loadRoadmapIndex(base).catch(() => undefined),
  ]);
  if (signal.aborted) return;
  // Without titles and hours, everything can still be backed up, restored and deleted.
  const site = indexSite(data ?? noPlanData, base);
  const parts = { site, index: index ?? noRoadmaps, signal };
  openYourData(root, parts);
  if (data) openParts(root, parts);
  if (!data || !index) {
    const missing = data ? 'Your roadmaps' : 'The list of topics';
    partOf(root, '[data-said]').textContent = `${missing} could not be loaded. Reload the page when you are online.`;
  }
}

const noPlanData: PlanData = {
  topics: [],
  roadmaps: [],
  roles: [],
  projects: [],
  former: { topics: [], roadmaps: [], roles: [] },
};
const noRoadmaps: RoadmapIndex = { topics: [], roadmaps: {} };

function openParts(
  root: HTMLElement,
  { site, index, signal }: { site: SiteIndex; index: RoadmapIndex; signal: AbortSignal },
): void {
  const roadmaps = new StartedRoadmaps(partOf(root, '[data-roadmaps]'), { site, signal });
  const showSkills = openSkills(root, { site, signal });
  const showDue = openDue(root, { site, signal });
  const showRole = openToRole(root, { site, signal });
  openNoteList(root, { site, signal });
  const showTopics = () => {
    partOf(root, '[data-lists]').replaceChildren(...buildTopicLists(site, progress.value, filters));
    roadmaps.show(filters);
  };
  const filter = (chosen: Filters) => {
    filters = chosen;
    showTopics();
  };
  let filters: Filters = openFilters(root, { changed: filter, signal });
  const showMoments = () => {
    const marked = [...progress.value.values()].map(({ at }) => at);
    const answered = [...practice.value.histories.values()].flatMap((history) => history.map(({ at }) => at));
    const worked = [...labWork.value.values()].flatMap(({ at, passedAt }) =>
      [at, passedAt].filter((moment) => moment > 0),
    );
    showActivity(root, [...marked, ...answered, ...worked, ...[...notes.value.values()].map(({ at }) => at)]);
    const passed = passedLabs(labWork.value);
    showContinue(root, { site, marks: progress.value, passed, index });
    showFigures(root, { marks: progress.value, labs: passed.size, cards: practice.value.histories.size, site });
  };
  practice.watch(showMoments, signal);
  notes.watch(showMoments, signal);
  labWork.watch(showMoments, signal);
  progress.watch((marks) => {
    roadmaps.arrange(startedRoadmaps(trackRoadmaps(index, marks), marks));
    showMoments();
    showSkills(marks);
    showDue(marks);
    showTopics();
    showRole();
  }, signal);
  enableControls(root);
  // Links from other pages lead to parts that are closed, such as `#notes`.
  openAddressed(root);
  addEventListener('hashchange', () => openAddressed(root), { signal });
  const finish = () => {
    finishLists(root);
    roadmaps.finish();
  };
  addEventListener('beforeprint', finish, { signal });
}

customElements.define('my-progress', MyProgress);

/** Lists the reader's notes and links, the latest first, and filters them by a search. */
function openNoteList(root: HTMLElement, { site, signal }: { site: SiteIndex; signal: AbortSignal }): void {
  const query = partOf<HTMLInputElement>(root, '[data-notes-query]');
  let all: readonly SearchableNotes[] = [];
  const show = () => {
    const found = findNotes(all, query.value);
    const count = countText(all.length, 'page');
    partOf(root, '[data-notes-said]').textContent =
      query.value.trim() === '' ? `Notes on ${count}.` : `Found on ${found.length} of ${count}.`;
    const list = buildLongList(found, { name: '', draw: (own) => buildNote(own, site) });
    partOf(root, '[data-notes-list]').replaceChildren(list);
  };
  query.addEventListener('input', show, { signal });
  notes.watch((present, error) => {
    all = searchable(byTopic(present), (topic) => titleOf(site, topic));
    partOf(root, '[data-notes-count]').textContent = all.length > 0 ? ` (${all.length})` : '';
    partOf(root, '[data-no-notes]').hidden = all.length > 0;
    partOf(root, '[data-own-notes]').hidden = all.length === 0;
    show();
    if (error) partOf(root, '[data-notes-said]').textContent = noteErrorTexts[error];
  }, signal);
}

function buildNote({ topic, title, note, links }: SearchableNotes, site: SiteIndex): HTMLElement {
  const address = addressOfNote(site, topic);
  return build(
    'li',
    'max-w-measure border-b border-rule py-3',
    build('h3', '', ...(address ? [buildLink(address, title)] : [`${title} (no longer on the site)`])),
    ...(note === '' ? [] : [build('p', 'my-1 wrap-anywhere whitespace-pre-wrap', note)]),
    ...(links.length === 0
      ? []
      : [build('ul', 'plain-list', ...links.map((link) => build('li', '', ...buildOwnLink(link))))]),
  );
}
