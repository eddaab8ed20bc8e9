// What the browser code of other features may use.

export { currentMarks, currentState, progress, takeIn, watchProgress } from './progress-store.ts';
export { currentRide, visitItem } from './ride.ts';
