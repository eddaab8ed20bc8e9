import type { PlanData } from '../plan-data.ts';

/** Loads what the planner knows of the content. Throws when it cannot be had. */
export async function loadPlanData(base: string): Promise<PlanData> {
  const response = await fetch(`${base}plan/data.json`);
  if (!response.ok) throw new Error(`plan/data.json: ${response.status}`);
  return (await response.json()) as PlanData;
}
