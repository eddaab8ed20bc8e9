// What the browser code of other features may use.
export { buildOwnLink } from './link-list.ts';
export { noteFaultWords, notes, takeInNotes } from './notes-store.ts';
