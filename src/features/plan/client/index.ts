// What the browser code of other features may use.
import { isSettled, type Marks } from '#features/progress/index.ts';
import type { PlanData } from '../plan-data.ts';

export { dateHere, today } from '../day.ts';
export { changePlans, readPlans } from './plan-store.ts';

/** Loads what the planner knows of the content. Throws when it can't be loaded. */
export async function loadPlanData(base: string): Promise<PlanData> {
  const response = await fetch(`${base}plan/data.json`);
  if (!response.ok) throw new Error(`plan/data.json: ${response.status}`);
  return (await response.json()) as PlanData;
}

/** Topics that a reader need not study any more. */
export function settledTopics(marks: Marks): ReadonlySet<string> {
  return new Set([...marks].flatMap(([id, { state }]) => (isSettled(state) ? [id] : [])));
}
