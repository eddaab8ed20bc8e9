// What the browser code of other features may use.
/** @public */
export { helpUsed, labWork } from './work-store.ts';
