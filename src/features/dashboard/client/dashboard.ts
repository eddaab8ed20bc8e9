import { loadPlanData } from '#features/plan/client/index.ts';
import { currentMarks, watchProgress } from '#features/progress/client/index.ts';
import type { Marks } from '#features/progress/index.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { openComparison } from './comparison.ts';
import { enableControls } from './enable.ts';
import { type Filters, openFilters } from './filters.ts';
import { type KnownSite, knowSite } from './known-site.ts';
import { LineLists } from './line-stops.ts';
import { finishLists } from './long-list.ts';
import { openNoteList } from './note-list.ts';
import { openDue, showSummary } from './overview.ts';
import { openToRole } from './to-role.ts';
import { openTools } from './tools.ts';
import { buildTopicLists } from './topic-lists.ts';

/** Fills the progress page: it needs the titles, hours and lines that the planner has. */
export async function openMyView(root: HTMLElement, signal: AbortSignal): Promise<void> {
  const base = root.dataset['base'] ?? '/';
  const data = await loadPlanData(base).catch(() => undefined);
  if (signal.aborted) return;
  // Without titles and hours everything can still be exported, imported and forgotten.
  const site = knowSite(data ?? nothingKnown, base);
  openTools(root, { site, signal });
  if (data) openParts(root, { site, signal });
  else {
    const said = 'What this page knows of the topics could not be loaded. Reload it when you are online.';
    partOf(root, '[data-said]').textContent = said;
  }
}

const nothingKnown = {
  topics: [],
  roadmaps: [],
  roles: [],
  projects: [],
  former: { topics: [], roadmaps: [], roles: [] },
} as const;

function openParts(root: HTMLElement, { site, signal }: { site: KnownSite; signal: AbortSignal }): void {
  const start = performance.now();
  const lines = new LineLists(partOf(root, '[data-lines]'), { site, signal });
  const showDue = openDue(root, { site, signal });
  const showRole = openToRole(root, { site, signal });
  openNoteList(root, { site, signal });
  const showComparison = openComparison(root, { site, signal });
  let filters: Filters = { level: '', hidesKnown: false };
  let isFirst = true;
  const showTopics = (marks: Marks) => {
    partOf(root, '[data-lists]').replaceChildren(...buildTopicLists(site, marks, filters));
    lines.show(marks, filters);
  };
  const filter = (chosen: Filters) => {
    filters = chosen;
    if (!isFirst) showTopics(currentMarks());
  };
  openFilters(root, { changed: filter, signal });
  watchProgress((marks) => {
    if (isFirst) lines.sort(marks);
    isFirst = false;
    showSummary(root, marks, site);
    showDue(marks);
    showTopics(marks);
    showRole(marks);
    showComparison(marks);
  }, signal);
  enableControls(root);
  const finish = () => {
    finishLists(root);
    lines.finish();
  };
  addEventListener('beforeprint', finish, { signal });
  // Read by scripts/bench/measured-view.ts.
  performance.measure('wayline:my-view', { start });
}
