// What other features may use of this one. Browser-safe: no files, no Astro.
export { comparePlans, type PlanFigures } from './compare-plans.ts';
export type { PlanItem } from './order.ts';
export { makePlan, type Plan } from './plan.ts';
export { readAddress, writeAddress } from './plan-address.ts';
export {
  type LineStops,
  lineStops,
  type PlanData,
  type PlanRoadmap,
  type PlanRole,
  type PlanTopic,
} from './plan-data.ts';
export { dayText, differenceText, hoursOf } from './plan-words.ts';
export { type CostedNode, type Left, leftText, leftTo } from './prerequisite-path.ts';
export { emptyRequest, mostTopics, type PlanRequest } from './request.ts';
export { mergePlans, plansFromPlain, plansToPlain, type SavedPlan } from './saved-plans.ts';
