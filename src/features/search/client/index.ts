// What the browser code of other features may use.
export { forgetSearches } from './remembered-searches.ts';
