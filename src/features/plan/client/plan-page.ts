import { firstView } from '#lib/browser/first-view.ts';
import { scriptPart } from '#lib/browser/script-part.ts';

const planMaker = scriptPart(() => import('./plan-maker.ts'));

/** Loads the planner on the page that is for planning: it is too large for the script of all pages. */
class PlanPage extends HTMLElement {
  connectedCallback(): void {
    void firstView.then(planMaker.load);
  }
}

customElements.define('plan-page', PlanPage);
