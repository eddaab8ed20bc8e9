// What the page of a topic loads after its first view.
import '#features/catalog/client/reading.ts';
import '#features/notes/client/topic-notes.ts';
