// What other features may use of this one. Browser-safe: no files, no Astro.

export { byTopic, mergeNotes, type Notes, questionOf, renameNotes, type TopicNotes } from './notes.ts';
export { notesFormat } from './notes-file.ts';
export { findNotes, type SearchableNotes, searchable } from './search-notes.ts';
