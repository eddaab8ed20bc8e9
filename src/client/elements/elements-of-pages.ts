import { firstView } from '../first-view.ts';

/** Elements of single pages, which would be too much for the script of all pages. */
const elements = {
  'comparison-table': () => import('./comparison-table.ts'),
  'lab-filter': () => import('#features/labs/client/lab-filter.ts'),
  'lab-workbench': () => import('#features/labs/client/lab-workbench.ts'),
  'sample-runs': () => import('#features/labs/client/sample-runs.ts'),
  'question-filter': () => import('./question-filter.ts'),
};

firstView.then(() => {
  for (const [tag, load] of Object.entries(elements)) {
    const element = document.querySelector(tag);
    if (element) load().catch(() => sayThatItFailed(element));
  }
});

/** A page of an older build may ask for a file that is gone, or the reader is offline. */
function sayThatItFailed(element: Element): void {
  const status = element.querySelector<HTMLElement>('[role="status"]');
  if (!status) return;
  status.hidden = false;
  status.textContent = 'The filter could not be loaded. Reload the page when you are online.';
}
