// What the browser code of other features may import.
import { loadJson } from '#lib/browser/load-json.ts';
import type { PlanData } from '../plan-data.ts';

export { dateHere, today } from '../day.ts';
export { topicsWithoutStudy } from '../prerequisite-path.ts';
export { changePlans, readPlans } from './plan-store.ts';

/** Loads what the planner knows about the content. Throws if that fails. */
export function loadPlanData(base: string): Promise<PlanData> {
  return loadJson(`${base}plan/data.json`);
}
