import { firstView } from '#lib/browser/first-view.ts';

/** Elements of single pages by their tags, which would be too much for the script of all pages. */
const elements = {
  a: () => import('./prefetch.ts'),
  'share-button': () => import('#features/share/client/share-button.ts'),
  'comparison-table': () => import('#features/catalog/client/comparison-table.ts'),
  '.sample, .check, topic-contents': () => import('#features/catalog/client/reading.ts'),
  'role-left': () => import('#features/plan/client/role-left.ts'),
  'role-levels, role-pair': () => import('#features/catalog/client/roles.ts'),
  'question-filter': () => import('#features/catalog/client/question-filter.ts'),
  'own-answer': () => import('#features/notes/client/own-answer.ts'),
  'lab-filter, lab-workbench, sample-runs': () => import('#features/labs/client/elements.ts'),
};

firstView.then(() => {
  for (const [tags, load] of Object.entries(elements)) {
    const element = document.querySelector(tags);
    if (element) load().catch(() => sayThatItFailed(element));
  }
});

/** A page of an older build may ask for a file that is gone, or the reader is offline. */
function sayThatItFailed(element: Element): void {
  const status = element.querySelector<HTMLElement>('[role="status"]');
  if (!status) return;
  status.hidden = false;
  status.textContent = 'A part of this page could not be loaded. Reload the page when you are online.';
}
