import { firstView } from '#lib/browser/first-view.ts';

/** Loads the planner on the page that is for planning: it is too large for the script of all pages. */
class PlanPage extends HTMLElement {
  connectedCallback(): void {
    firstView
      .then(() => import('./plan-maker.ts'))
      .catch((error: unknown) => {
        const status = this.querySelector('[role="status"]');
        if (status) status.textContent = 'The planner could not be loaded. Reload the page to try again.';
        throw error;
      });
  }
}

customElements.define('plan-page', PlanPage);
