// What the browser code of other features may use.
import type { PlanData } from '../plan-data.ts';

export { dateHere, today } from '../day.ts';
export { changePlans, readPlans } from './plan-store.ts';
export { topicsWithoutStudy } from './topics-without-study.ts';

/** Loads what the planner knows of the content. Throws when it can't be loaded. */
export async function loadPlanData(base: string): Promise<PlanData> {
  const response = await fetch(`${base}plan/data.json`);
  if (!response.ok) throw new Error(`plan/data.json: ${response.status}`);
  return (await response.json()) as PlanData;
}
