// What a topic's page loads behind its first view.
import '#features/catalog/client/reading.ts';
import '#features/notes/client/topic-notes.ts';
