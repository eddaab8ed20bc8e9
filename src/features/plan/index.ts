// What other features may import. Safe for the browser: no files, no Astro.
export { writeAddress } from './plan-address.ts';
export type { PlanData, PlanRoadmap, PlanRole, PlanTopic } from './plan-data.ts';
export { type Left, leftText, leftTo, nodesOf } from './prerequisite-path.ts';
export { emptyRequest, maxTopics } from './request.ts';
export { mergePlans, plansFormat, type SavedPlan } from './saved-plans.ts';
