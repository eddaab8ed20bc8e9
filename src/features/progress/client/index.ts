// What the browser code of other features may use.

export { followedRoadmap, visitItem } from './followed-roadmap.ts';
export { currentMarks, currentState, progress, takeIn, watchProgress } from './progress-store.ts';
