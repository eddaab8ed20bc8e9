// What the browser code of other features may use.
export { labWork } from './work-store.ts';
