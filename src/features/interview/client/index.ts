// What the browser code of other features may use.
export { interviewCountdown, preparation } from './goal-store.ts';
