import { build, buildButton, buildLink } from '#lib/browser/build.ts';
import { partOf } from '#lib/browser/part-of.ts';
import { dropPlan, keepPlan, type SavedPlan } from '../saved-plans.ts';
import { changePlans, readPlans } from './plan-store.ts';

/** Shows the reader's saved plans, each with a link to open it and a button to delete it. */
export function drawSavedPlans(
  root: HTMLElement,
  { open, redraw }: { readonly open: string | undefined; readonly redraw: () => void },
): void {
  const { plans } = readPlans();
  const draw = ({ id, title, address }: SavedPlan) => {
    const link = buildLink(`#${address}`, title);
    if (id === open) link.setAttribute('aria-current', 'true');
    const remove = buildButton('Delete', () => deletePlan(root, { id, redraw }));
    remove.className = 'plan-remove';
    remove.setAttribute('aria-label', `Delete the plan ${title}`);
    return build('li', '', link, ' ', remove);
  };
  partOf(root, 'ul').replaceChildren(...plans.map(draw));
}

/** Deletes a plan, and offers to undo that. */
function deletePlan(root: HTMLElement, { id, redraw }: { readonly id: string; readonly redraw: () => void }): void {
  const deleted = readPlans().plans.find((plan) => plan.id === id);
  if (!deleted) return;
  changePlans((all) => dropPlan(all, id));
  redraw();
  const said = partOf(root, '[role="status"]');
  const undo = buildButton('Undo', () => {
    changePlans((all) => keepPlan(all, deleted));
    said.replaceChildren();
    redraw();
    partOf(root, '[data-new]').focus();
  });
  said.replaceChildren(`Deleted: ${deleted.title}. `, undo);
  undo.focus();
}
