// What the browser code of other features may use.
import { loadJson } from '#lib/browser/load-json.ts';
import type { PlanData } from '../plan-data.ts';

export { dateHere, today } from '../day.ts';
export { topicsWithoutStudy } from '../prerequisite-path.ts';
export { changePlans, readPlans } from './plan-store.ts';

/** Loads what the planner knows of the content. Throws when it can't be loaded. */
export function loadPlanData(base: string): Promise<PlanData> {
  return loadJson(`${base}plan/data.json`);
}
