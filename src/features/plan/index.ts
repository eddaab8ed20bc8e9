// What other features may use of this one. Browser-safe: no files, no Astro.
export { readAddress, writeAddress } from './address.ts';
export { comparePlans, type PlanFigures } from './compare-plans.ts';
export { type Left, leftText, leftTo } from './left.ts';
export { type LineStops, lineStops } from './line-stops.ts';
export type { CostedNode } from './next.ts';
export type { PlanItem } from './order.ts';
export { makePlan, type Plan } from './plan.ts';
export type { PlanData, PlanLine, PlanRole, PlanTopic } from './plan-data.ts';
export { emptyRequest, type PlanRequest } from './request.ts';
export { dayText, differenceText, hoursOf } from './words.ts';
