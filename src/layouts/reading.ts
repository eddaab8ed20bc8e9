// What the pages for reading load after their first view, in one part: most have nearly all of it.
import '#features/catalog/client/reading.ts';
import '#features/notes/client/topic-notes.ts';
import '#features/plan/client/progress-sentences.ts';
import '#features/progress/client/map-marks.ts';
import '#features/share/client/assistant-copy.ts';
import '#features/share/client/share-button.ts';
