import { firstView } from '#lib/browser/first-view.ts';
import { scriptPart } from '#lib/browser/script-part.ts';
import { href } from '#lib/href.ts';

/** Elements of single pages by their tags, which would be too much for the script of all pages. */
const elements = {
  'comparison-table': scriptPart(() => import('#features/catalog/client/comparison-table.ts')),
  'share-button, assistant-copy, map-marks, path-note, role-left, .sample, .check': scriptPart(
    () => import('./reading.ts'),
  ),
  'my-progress': scriptPart(() => import('#features/dashboard/client/dashboard.ts')),
  'team-progress': scriptPart(() => import('#features/dashboard/client/team.ts')),
  'plan-maker': scriptPart(() => import('#features/plan/client/plan-maker.ts')),
  'lab-again:target, predict-first, project-tests': scriptPart(() => import('./exercises.ts')),
  'practice-room, mock-interview, placement-test': scriptPart(
    () => import('#features/practice/client/practice-elements.ts'),
  ),
  'role-levels, role-gap': scriptPart(() => import('#features/catalog/client/roles.ts')),
  'question-filter': scriptPart(() => import('#features/catalog/client/question-filter.ts')),
  'own-answer': scriptPart(() => import('#features/notes/client/own-answer.ts')),
  'offline-sets': scriptPart(() => import('#features/offline/client/offline-sets-element.ts')),
  'interview-prep': scriptPart(() => import('#features/interview/client/interview-prep.ts')),
  'lab-marks': scriptPart(() => import('#features/labs/client/lab-marks.ts')),
  'lab-filter, lab-workbench': scriptPart(() => import('#features/labs/client/elements.ts')),
  'sample-runs': scriptPart(() => import('#features/labs/client/sample-runs.ts')),
};

/** If it fails to load, the next page only takes longer. */
const prefetch = scriptPart(() => import('./prefetch.ts'));

/** Brings what the reader keeps offline up to date. */
const renewal = scriptPart(() => import('#features/offline/client/renew.ts'));

/**
 * Links the web manifest: a browser that finds it in a page loads it before the text is drawn.
 * The home page, with which an installed site opens, has it in its HTML.
 */
function linkManifest(): void {
  if (document.querySelector('link[rel="manifest"]')) return;
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = href('/site.webmanifest');
  document.head.append(link);
}

firstView.then(() => {
  for (const [tags, part] of Object.entries(elements)) if (document.querySelector(tags)) void part.load();
  prefetch.hint();
  if (navigator.serviceWorker?.controller) renewal.hint();
  linkManifest();
});
