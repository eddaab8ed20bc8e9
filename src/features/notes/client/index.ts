// What the browser code of other features may use.
export { buildOwnLink } from './link-list.ts';
export { noteErrorTexts, notes } from './notes-store.ts';
