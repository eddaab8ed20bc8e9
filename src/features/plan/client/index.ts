// What the browser code of other features may use.
export { loadPlanData } from './load-plan-data.ts';
export { settledTopics } from './settled-topics.ts';
export { dateHere, today } from './today.ts';
